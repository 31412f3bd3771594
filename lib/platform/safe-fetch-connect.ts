import { Resolver } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { notPublic, SafeFetchFault } from "./safe-fetch-fault";

/** All addresses of a host name; empty if there are none. */
export type Resolve = (host: string) => Promise<string[]>;

export type ConnectRules = {
  resolve: Resolve;
  isPublic: (address: string) => boolean;
  timeoutMs: number;
  /** Certificates to trust besides the public ones (PEM). */
  ca?: string;
};

/**
 * Asks the name servers, not the system: no hosts file, no search domains, and a slow name server holds up none of the
 * few threads on which the system's look-up would wait.
 */
export const resolvePublicly: Resolve = async (host) => {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  return answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
};

/**
 * undici's connector with the address checked where it is used: the socket connects to what the look-up below has just
 * looked at, so a name that changes its address in between (DNS rebinding) gains nothing.
 */
export function safeConnector({ resolve, isPublic, timeoutMs, ca }: ConnectRules): buildConnector.connector {
  const lookup: LookupFunction = (host, options, done) => {
    checkedAddresses(host, resolve, isPublic).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: isIP(address) }));
        const [first] = found;
        if (options.all) done(null, found);
        else if (first) done(null, first.address, first.family);
      },
      (error: Error) => done(error, "", 0),
    );
  };
  const connect = buildConnector({
    lookup,
    timeout: timeoutMs,
    allowH2: false,
    maxCachedSessions: 0,
    ...(ca ? { ca } : {}),
  });
  return (options, done) => {
    // A literal address is never looked up.
    const literal = options.hostname.replace(/^\[(.*)\]$/, "$1");
    if (isIP(literal) && !isPublic(literal)) return done(notPublic(), null);
    return connect(options, (...[error, socket]) => {
      if (error) return done(error, null);
      if (socket.remoteAddress && isPublic(socket.remoteAddress)) return done(null, socket);
      socket.destroy();
      done(notPublic(), null);
    });
  };
}

/** One address that is not public spoils the name: whoever mixes them tries to get past this check. */
async function checkedAddresses(host: string, resolve: Resolve, isPublic: ConnectRules["isPublic"]): Promise<string[]> {
  const addresses = await resolve(host);
  if (addresses.length === 0) throw new SafeFetchFault("dns", "The host of this address was not found.");
  if (!addresses.every(isPublic)) throw notPublic();
  return addresses;
}
