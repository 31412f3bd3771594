import { isIP } from "node:net";
import { isPublicAddress } from "./safe-fetch-address";
import { notPublic, SafeFetchFault } from "./safe-fetch-fault";

export type UrlRules = {
  /** Ports besides 443. */
  extraPorts?: readonly number[];
  /** The only hosts that this integration has, exactly; without it every public host. */
  allowedHosts?: readonly string[];
  /** For tests only: which addresses count as public. */
  isPublic?: (address: string) => boolean;
};

const LONGEST = 2048;

/**
 * The address as it will be called; no name is looked up, so a form can ask too. Throws `SafeFetchFault` (`url`, `host`,
 * `address`). What the URL parser would quietly mend
 * (backslashes, tabs, missing slashes) is refused: two programs that mend differently call different hosts.
 */
export function parseSafeUrl(text: string, rules: UrlRules = {}): URL {
  const { extraPorts = [], allowedHosts, isPublic = isPublicAddress } = rules;
  if (text.length > LONGEST) throw new SafeFetchFault("url", `The address is longer than ${LONGEST} characters.`);
  if (/[\s\\\p{Cc}\p{Cf}]/u.test(text)) {
    throw new SafeFetchFault("url", "The address must hold no blanks, backslashes or invisible characters.");
  }
  if (!/^https:\/\/[^/]/i.test(text)) throw new SafeFetchFault("url", "The address must begin with https://.");
  if (/^[^/]*\/\/[^/?#]*@/.test(text)) {
    throw new SafeFetchFault("url", "The address must hold no user name and no password.");
  }
  const url = URL.parse(text);
  if (!url?.hostname) throw new SafeFetchFault("url", "This is no address: it looks like https://example.com/path.");
  const port = Number(url.port || 443);
  if (port !== 443 && !extraPorts.includes(port)) {
    throw new SafeFetchFault("url", `Port ${port} is not called: leave it out to use 443.`);
  }
  if (allowedHosts && !allowedHosts.some((host) => sameHost(host, url.hostname))) {
    throw new SafeFetchFault("host", `The host must be one of: ${allowedHosts.join(", ")}.`);
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  if (isIP(host) && !isPublic(host)) throw notPublic();
  url.hash = "";
  return url;
}

const sameHost = (one: string, other: string): boolean => bare(one) === bare(other);
const bare = (host: string): string => host.toLowerCase().replace(/\.$/, "");
