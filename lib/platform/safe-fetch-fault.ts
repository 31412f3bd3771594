/**
 * Why a call to an address that somebody entered was not made, or gave nothing:
 * `off` NETWORK=off · `url` no address that we call · `host` not on the integration's list · `address` not on the public
 * internet · `dns` no such host · `redirect` · `timeout` · `network` no connection, or it broke off, or its certificate is
 * not valid · `too_large` · `encoding` a compressed answer.
 */
export type SafeFetchFaultKind =
  | "off"
  | "url"
  | "host"
  | "address"
  | "dns"
  | "redirect"
  | "timeout"
  | "network"
  | "too_large"
  | "encoding";

/**
 * The one error of `safeFetch`. Its message may be shown to whoever entered the address: it holds no part of the answer,
 * no resolved address and nothing of the path and the query (keys live there). The cause is for the log.
 */
export class SafeFetchFault extends Error {
  override readonly name = "SafeFetchFault";
  constructor(
    readonly kind: SafeFetchFaultKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** Whether the same call may well work later. */
  get transient(): boolean {
    return this.kind === "dns" || this.kind === "network" || this.kind === "timeout";
  }
}

export const notPublic = (): SafeFetchFault =>
  new SafeFetchFault("address", "The address must lead to the public internet.");
