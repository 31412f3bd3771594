import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { platform } from "node:os";
import { gunzipSync } from "node:zlib";
import { origin } from "../server";

export type Asked = {
  method?: string;
  /** Sent as it is written here, without a change. */
  path: string;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
  /** The loopback address to come from, so that a limit by address is nobody else's. Linux has all of 127.0.0.0/8. */
  from?: string;
  timeoutMs?: number;
};
export type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; text: string; ms: number };

const agents = new Map<string, Agent>();
function agentFor(from: string): Agent {
  const agent = agents.get(from) ?? new Agent({ keepAlive: true, maxSockets: 8 });
  agents.set(from, agent);
  return agent;
}

/**
 * One request, exactly as asked: no header is added but Host, no redirect followed, whatever the status. Of a stream,
 * which has no end of its own, it is what comes first.
 */
export async function ask(asked: Asked): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await once(asked);
    } catch (error) {
      // The server had just closed a connection that was kept open, or answered a body that it didn't read to its end.
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (tries > 3 || (code !== "ECONNRESET" && code !== "EPIPE")) throw error;
    }
  }
}

function once({ method = "GET", path, headers = {}, body, from, timeoutMs = 60_000 }: Asked): Promise<Answer> {
  const { hostname, port } = new URL(origin());
  const localAddress = platform() === "linux" ? from : undefined;
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ hostname, port, method, path },
        agent: agentFor(localAddress ?? ""),
        headers: { ...headers, ...(body === undefined ? {} : { "content-length": Buffer.byteLength(body) }) },
        ...(localAddress ? { localAddress } : {}),
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("error", reject);
        const finish = () => {
          const raw = Buffer.concat(chunks);
          const bytes = answer.headers["content-encoding"] === "gzip" ? gunzipSync(raw) : raw;
          const { statusCode: status = 0, headers: got } = answer;
          resolve({ status, headers: got, bytes, text: bytes.toString("utf8"), ms: performance.now() - started });
        };
        answer.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          if (!answer.headers["content-type"]?.startsWith("text/event-stream")) return;
          finish();
          sent.destroy();
        });
        answer.on("end", finish);
      },
    );
    sent.setTimeout(timeoutMs, () => sent.destroy(new Error(`${method} ${path}: no answer in ${timeoutMs} ms`)));
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The code of a problem document; nothing when the answer is none. */
export function problemOf({ headers, text }: Answer): { code: string; detail: string; request_id: string } | undefined {
  // To HEAD a problem's headers are the whole answer.
  if (text === "" || !headers["content-type"]?.startsWith("application/problem+json")) return undefined;
  return JSON.parse(text) as { code: string; detail: string; request_id: string };
}

/** An address of this machine that nobody else comes from. */
export const ownAddress = (): string =>
  `127.${10 + Math.floor(Math.random() * 200)}.${Math.floor(Math.random() * 250)}.${2 + Math.floor(Math.random() * 250)}`;

/** What a page of ours sends along by itself. */
export const ourPage = (): Record<string, string> => ({ origin: origin(), "content-type": "application/json" });
