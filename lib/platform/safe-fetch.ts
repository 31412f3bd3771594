import { Agent, type Dispatcher, request } from "undici";
import { isPublicAddress } from "./safe-fetch-address";
import { type Resolve, resolvePublicly, safeConnector } from "./safe-fetch-connect";
import { SafeFetchFault } from "./safe-fetch-fault";
import { parseSafeUrl, type UrlRules } from "./safe-fetch-url";

export type SafeFetchOptions = Omit<UrlRules, "isPublic"> & {
  /** `off`: every call is refused before any socket is opened. */
  network: "on" | "off";
  method?: "GET" | "POST" | "PUT" | "DELETE" | "HEAD";
  /** Ours alone, never a stranger's. */
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** For everything together: look-up, connection, answer and its body. */
  timeoutMs?: number;
  maxBytes?: number;
  /** For tests only: what a host name resolves to, which addresses count as public, and whose certificates are trusted. */
  outside?: { resolve?: Resolve; isPublic?: (address: string) => boolean; ca?: string };
};

/** An answer of any status but a redirect; header names in lower case, repeated ones joined. */
export type SafeResponse = { status: number; headers: Record<string, string>; body: Uint8Array };

/**
 * One call to an address that a user entered or a tenant configured (webhooks, pools, gateways): https to a public
 * address, no redirect, 5 s and 1 MB at most. Throws `SafeFetchFault` and nothing else. Reading what a status or a body
 * means is the caller's.
 */
export async function safeFetch(address: string, options: SafeFetchOptions): Promise<SafeResponse> {
  const { timeoutMs = 5_000, maxBytes = 1 << 20, outside = {} } = options;
  const isPublic = outside.isPublic ?? isPublicAddress;
  const url = parseSafeUrl(address, { ...options, isPublic });
  if (options.network === "off")
    throw new SafeFetchFault("off", "Calls to the outside are switched off here (NETWORK=off).");
  const clock = AbortSignal.timeout(timeoutMs);
  const agent = new Agent({
    connect: safeConnector({
      resolve: outside.resolve ?? resolvePublicly,
      isPublic,
      timeoutMs,
      ...(outside.ca ? { ca: outside.ca } : {}),
    }),
  });
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method: options.method ?? "GET",
      headers: { "user-agent": "hashinsight", ...options.headers, "accept-encoding": "identity" },
      body: options.body ?? null,
      signal: clock,
    });
    // Whatever becomes of the body, its end is no uncaught error of the process.
    answer.body.on("error", () => undefined);
    return { status: answer.statusCode, headers: plainHeaders(answer), body: await readBody(answer, maxBytes) };
  } catch (error) {
    if (error instanceof SafeFetchFault) throw error;
    if (clock.aborted) {
      throw new SafeFetchFault("timeout", `The server gave no full answer within ${timeoutMs / 1000} s.`, {
        cause: error,
      });
    }
    throw new SafeFetchFault("network", "The server could not be reached, or has no valid certificate.", {
      cause: error,
    });
  } finally {
    // The connection is this call's alone: none is kept that a later, unchecked name could use.
    await agent.destroy();
  }
}

async function readBody({ statusCode, headers, body }: Dispatcher.ResponseData, maxBytes: number): Promise<Uint8Array> {
  if (statusCode >= 300 && statusCode < 400 && statusCode !== 304) {
    throw new SafeFetchFault("redirect", "The server redirects: enter the address that it leads to.");
  }
  // A compressed body would be measured before it is blown up; nobody was asked for one.
  if (headers["content-encoding"] && headers["content-encoding"] !== "identity") {
    throw new SafeFetchFault("encoding", "The server compresses its answer although it was asked not to.");
  }
  const tooLarge = () => new SafeFetchFault("too_large", `The answer is larger than ${maxBytes} bytes.`);
  if (Number(headers["content-length"] ?? 0) > maxBytes) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body as AsyncIterable<Uint8Array>) {
    bytes += piece.byteLength;
    if (bytes > maxBytes) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const plainHeaders = ({ headers }: Dispatcher.ResponseData): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(", ") : value]],
    ),
  );
