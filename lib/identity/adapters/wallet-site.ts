import { env } from "@/lib/platform/env";

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Whether what a wallet signs for this origin is bound to the real site. A message names its site, and without APP_URL the
 * site is what a request's Host says: another site could then pass on what it had somebody sign. On this machine nobody
 * stands between.
 */
export const isBoundSite = (origin: string): boolean =>
  env().APP_URL !== undefined || LOOPBACK.test(new URL(origin).hostname);
