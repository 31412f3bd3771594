import { BATCH_LIMITS } from "@/lib/calculator/core/batch/batch-limits";
import type { FleetDefaults } from "@/lib/calculator/core/fleet/schemas";
import type { FleetReading } from "@/lib/machines/core/fleet/schemas";
import { paths } from "@/lib/paths";
import type { Answer, Refused } from "../admin/answer";
import { askRest } from "../admin/ask-rest";

/** A list that a worker computes: it has the same id as its work. */
export type AskedList = { id: string; work_id: string; file_name: string };

const TOO_LARGE: Refused = { ok: false, code: "too_large", requestId: "" };

/** Hands a list in. An abort is thrown; every refusal is an answer. */
export async function sendList(file: File, defaults: FleetDefaults, signal: AbortSignal): Promise<Answer<AskedList>> {
  // Nobody should wait for an upload whose end is known.
  if (file.size > BATCH_LIMITS.bytes) return TOO_LARGE;
  const form = new FormData();
  form.append("file", file, file.name);
  if (Object.keys(defaults).length > 0) form.append("defaults", JSON.stringify(defaults));
  const headers = { "idempotency-key": crypto.randomUUID() };
  return askRest<AskedList>(paths.api.batchUpload(), { method: "POST", body: form, headers, signal });
}

/** Asks for the list to be read otherwise; it becomes another list, and the one before stays. */
export const readAgain = (id: string, how: Partial<FleetReading> & { defaults: FleetDefaults }) =>
  askRest<AskedList>(paths.api.batchAgain(id), {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify(how),
  });
