import { tellWorkOver } from "@/lib/identity/index";
import type { QueryCtx } from "@/lib/kernel/context";
import type { Begun } from "@/lib/platform/work/attempts";
import type { LongWork } from "../long-work";

/** Whoever waited so long since they asked has gone on to something else. */
export const MAIL_AFTER_MS = 10_000;

/** Mails that work is over to whoever asked for it, where they waited long; `own` acts as them in their company. */
export async function tellEnd(own: QueryCtx, { tells }: LongWork, begun: Begun, isDone: boolean): Promise<void> {
  if (!tells || begun.userId === null) return;
  if (own.now().getTime() - begun.createdAt.getTime() <= MAIL_AFTER_MS) return;
  await tellWorkOver(own, tells(begun.input), isDone);
}
