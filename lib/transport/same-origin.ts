import { AppError } from "@/lib/kernel/errors";

/**
 * A write in the name of a browser's session must come from our own page. Next checks less: it lets a request without
 * an Origin pass. Throws `forbidden`.
 */
export function requireSameOrigin(headers: Headers, origin: string): void {
  const sent = headers.get("origin");
  const isOurs = sent === null ? headers.get("sec-fetch-site") === "same-origin" : sameHost(sent, origin);
  if (!isOurs) throw new AppError("forbidden", "This request was sent from another site.");
}

/** For doors that programs use without a session: no Origin is fine, another site's is not. */
export function refuseOtherOrigin(headers: Headers, origin: string): void {
  if (headers.get("origin") !== null) requireSameOrigin(headers, origin);
}

/** Host and port; a proxy that ends TLS may hide the scheme from us. */
const sameHost = (sent: string, origin: string): boolean =>
  URL.canParse(sent) && new URL(sent).host === new URL(origin).host;
