import type { FieldError } from "@/lib/kernel/errors";
import type { Mapping } from "@/lib/machines/core/import/schemas";
import { paths } from "@/lib/paths";
import { type Answer, type Refused, UNREACHABLE } from "../../admin/answer";

type Sent = { file: File; mapping: Mapping; rows?: string; key?: string };

/** What `problem+json` says. */
type Problem = { code?: string; request_id?: string; errors?: FieldError[] };

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
  let response: Response;
  try {
    const headers = key === undefined ? {} : { "idempotency-key": key };
    response = await fetch(paths.api.minerImport(step), { method: "POST", body: form, headers, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    return UNREACHABLE;
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return { ok: true, data: body as T };
  return refusalOf(body as Problem | null);
}

const refusalOf = (problem: Problem | null): Refused => ({
  ok: false,
  code: problem?.code ?? "internal",
  requestId: problem?.request_id ?? "",
  ...(problem?.errors ? { errors: problem.errors } : {}),
});
