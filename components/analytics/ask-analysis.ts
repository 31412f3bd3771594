import type { FieldError } from "@/lib/kernel/errors";
import { askRest } from "../admin/ask-rest";

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
  const answer = await askRest<T>(address, { method: "POST", headers, body, signal });
  if (answer.ok) return answer.data;
  throw new Refusal(answer.code, answer.requestId, answer.errors);
}
