import type { FieldError } from "@/lib/kernel/errors";

/** What `problem+json` says. */
type Problem = { code?: string; request_id?: string; errors?: FieldError[] };

/** An analysis that the server would not, or could not, give. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly code: string,
    readonly requestId = "",
    readonly errors: readonly FieldError[] = [],
  ) {
    super(code);
  }
  /** The same question may be answered another time. */
  get isPassing(): boolean {
    return ["unreachable", "unavailable", "internal", "limit_exceeded"].includes(this.code);
  }
}

type Asked = { body: string | FormData; signal: AbortSignal };

/** Asks one of the analyses by REST. Throws `Refusal`. */
export async function askAnalysis<T>(address: string, { body, signal }: Asked): Promise<T> {
  const headers: Record<string, string> = typeof body === "string" ? { "content-type": "application/json" } : {};
  let response: Response;
  try {
    response = await fetch(address, { method: "POST", headers, body, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Refusal("unreachable");
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer as T;
  const problem = answer as Problem | null;
  throw new Refusal(problem?.code ?? "internal", problem?.request_id, problem?.errors);
}
