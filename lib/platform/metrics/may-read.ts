import { createHash, timingSafeEqual } from "node:crypto";

/** Who asks for the figures: the socket's address, what proxies in between said, and what was shown. */
export type Asker = {
  address: string;
  forwardedFor: string | null | undefined;
  authorization: string | null | undefined;
};

/**
 * Whether somebody may read this process' figures: with the token, or from this machine itself. A proxy on this machine
 * passes on strangers, so a request that went through one counts only with the token, as do all where a proxy is expected.
 * Without a token the figures are `hidden`: to strangers they aren't there.
 */
export function mayReadMetrics(
  { address, forwardedFor, authorization }: Asker,
  { token, isBehindProxy }: { token: string | undefined; isBehindProxy: boolean },
): "yes" | "refused" | "hidden" {
  const [, shown] = /^Bearer (.+)$/i.exec(authorization ?? "") ?? [];
  if (token && shown && isSame(shown, token)) return "yes";
  // Next itself names the socket's address there.
  const isDirect = !isBehindProxy && isLoopback(address) && (!forwardedFor || isLoopback(forwardedFor));
  if (isDirect) return "yes";
  return token ? "refused" : "hidden";
}

const isLoopback = (address: string): boolean =>
  /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(address.trim()) || address.trim() === "::1";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
