import type { FieldError, Members } from "@/lib/kernel/errors";
import { type Answer, type Refused, UNREACHABLE } from "./answer";

/** What `problem+json` says; what else it holds is what the words of the refusal need. */
type Problem = { code?: string; request_id?: string; errors?: FieldError[] } & Members;

/** Asks a REST door. An abort is thrown; every refusal is an answer, also that nobody can be reached. */
export async function askRest<T>(address: string, init: RequestInit & { signal?: AbortSignal }): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    return UNREACHABLE;
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return { ok: true, data: body as T };
  return refusalOf(body as Problem | null, Number(response.headers.get("retry-after")));
}

function refusalOf(problem: Problem | null, retryAfterSeconds: number): Refused {
  const { code = "internal", request_id: requestId = "", errors, ...members } = problem ?? {};
  return {
    ...{ ok: false, code, requestId, members: members as Members },
    ...(errors ? { errors } : {}),
    ...(retryAfterSeconds > 0 ? { retryAfterSeconds } : {}),
  };
}
