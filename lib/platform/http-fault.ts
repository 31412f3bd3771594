/**
 * Why an outside call gave nothing usable:
 * `off` NETWORK=off · `open` the source's circuit is open · `network` no connection, or it broke off ·
 * `timeout` · `status` other than 2xx · `redirect` · `too_large` · `not_json` · `shape` JSON of another shape.
 */
export type HttpFaultKind =
  | "off"
  | "open"
  | "network"
  | "timeout"
  | "status"
  | "redirect"
  | "too_large"
  | "not_json"
  | "shape";

/** The one error of `platform/http`. Its message names the source and the path, never the query (keys live there). */
export class HttpFault extends Error {
  override readonly name = "HttpFault";
  constructor(
    readonly kind: HttpFaultKind,
    message: string,
    readonly details: { status?: number; retryAfterMs?: number } = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** Whether the same call may well work in a moment. */
  get transient(): boolean {
    if (this.kind === "status") return this.details.status === 429 || (this.details.status ?? 0) >= 500;
    return this.kind === "network" || this.kind === "timeout";
  }
}
