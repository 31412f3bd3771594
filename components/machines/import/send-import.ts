import type { Mapping } from "@/lib/machines/core/import/schemas";
import { paths } from "@/lib/paths";
import type { Answer } from "../../admin/answer";
import { askRest } from "../../admin/ask-rest";

type Sent = { file: File; mapping: Mapping; rows?: string; key?: string };

/** Sends the file for a look at it, or for its rows to be added. An abort is thrown; every refusal is an answer. */
export async function sendImport<T>(
  step: "preview" | "commit",
  { file, mapping, rows, key }: Sent,
  signal: AbortSignal,
): Promise<Answer<T>> {
  const form = new FormData();
  form.append("file", file, file.name);
  if (Object.keys(mapping).length > 0) form.append("mapping", JSON.stringify(mapping));
  if (rows !== undefined) form.append("rows", rows);
  const headers = key === undefined ? {} : { "idempotency-key": key };
  return askRest<T>(paths.api.minerImport(step), { method: "POST", body: form, headers, signal });
}
