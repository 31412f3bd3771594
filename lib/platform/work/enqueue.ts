import type { QueryConfig } from "pg";
import type { z } from "zod";
import { newOrderedId } from "@/lib/kernel/ids";
import type { Asked, WorkType } from "@/lib/kernel/work";

/** Long work on its way into the queue. */
export type NewWork = Required<Pick<Asked, "id" | "tenantId" | "userId">> & {
  type: WorkType;
  key: string | null;
  input: unknown;
};

/** How often a worker may end under a work before that is given up: it may be the work that ends them. */
const ENDED_WORKERS = 10;
/** A worker says so often that it lives; three times not, and another takes the work. */
export const HEARTBEAT_SECONDS = 15;

export function newWork<I extends z.ZodType>(
  type: WorkType<I>,
  input: z.input<I>,
  { id, key, tenantId = null, userId = null, at }: Asked & { at: Date },
): NewWork {
  const parsed: unknown = type.input.parse(input);
  return { type, id: id ?? newOrderedId(at.getTime()), key: key ?? null, tenantId, userId, input: parsed };
}

/** Writes the work's row and its place in the queue; nothing where its id or key is taken. */
export const enqueueStatement = ({ type, id, key, tenantId, userId, input }: NewWork): QueryConfig => ({
  name: "enqueue",
  text: "select enqueue_work($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
  values: [
    ...[id, type.name, tenantId, userId, key, JSON.stringify(input), type.isShown, type.mayCancel],
    ...[type.retries + ENDED_WORKERS, type.wait, type.longestWait, type.lasts, HEARTBEAT_SECONDS],
  ],
});
