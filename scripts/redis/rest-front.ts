import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Redis } from "ioredis";

type Command = (string | number)[];
type Outcome = { result: unknown } | { error: string };

export type RestFront = { url: string; token: string; close(): Promise<void> };

/**
 * Upstash's REST protocol in front of a Redis: a command as a JSON array at /, several at /pipeline, one transaction at
 * /multi-exec, with a bearer token; text in base64 for who asks by `Upstash-Encoding`.
 */
export async function restFront(redisUrl: string): Promise<RestFront> {
  const token = randomBytes(24).toString("base64url");
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 0 });
  redis.on("error", () => undefined);
  const server = createServer((request, response) => {
    const isKnown = request.headers.authorization === `Bearer ${token}`;
    if (!isKnown) return answer(request, response, 401, { error: "WRONGPASS invalid or missing auth token" });
    serve(redis, request).then(
      ([status, body]) => answer(request, response, status, body),
      (error: Error) => answer(request, response, 400, { error: error.message }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    async close() {
      redis.disconnect();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function serve(redis: Redis, request: IncomingMessage): Promise<[status: number, body: Outcome | Outcome[]]> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  const body: unknown = JSON.parse(text);
  if (request.method !== "POST" || !Array.isArray(body)) return [400, { error: "ERR send a JSON array with POST" }];
  if (request.url === "/pipeline") return [200, await Promise.all(body.map((one: Command) => run(one, redis)))];
  if (request.url === "/multi-exec") return [200, await transaction(redis, body as Command[])];
  const outcome = await run(body as Command, redis);
  return ["error" in outcome ? 400 : 200, outcome];
}

const run = ([name, ...args]: Command, redis: Redis): Promise<Outcome> =>
  redis.call(String(name), ...args).then(
    (result) => ({ result }),
    (error: Error) => ({ error: error.message }),
  );

async function transaction(redis: Redis, commands: Command[]): Promise<Outcome[]> {
  const multi = redis.multi();
  for (const [name, ...args] of commands) multi.call(String(name), ...args);
  const results = (await multi.exec()) ?? [];
  return results.map(([error, result]) => (error ? { error: error.message } : { result }));
}

function answer(request: IncomingMessage, response: ServerResponse, status: number, body: Outcome | Outcome[]): void {
  const isCoded = request.headers["upstash-encoding"] === "base64";
  const coded = (one: Outcome) => ("result" in one && isCoded ? { result: inBase64(one.result) } : one);
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(Array.isArray(body) ? body.map(coded) : coded(body)));
}

/** All text but the plain OK, at every depth. */
function inBase64(result: unknown): unknown {
  if (typeof result === "string" && result !== "OK") return Buffer.from(result).toString("base64");
  return Array.isArray(result) ? result.map(inBase64) : result;
}
