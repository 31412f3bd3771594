import { createServer, type IncomingMessage } from "node:http";
import { log } from "../log";
import { type Asker, mayReadMetrics } from "./may-read";
import { metrics } from "./metrics";

type Options = { host: string; port: number; token: string | undefined };

const STATUS = { refused: 401, hidden: 404 } as const;

/**
 * Serves `GET /metrics` of a process that is no web server; resolves when it listens. A port that is taken is told in the
 * log: what the process is for goes on.
 */
export async function serveMetrics({ host, port, token }: Options): Promise<{ port: number; stop(): void }> {
  const server = createServer((request, response) => {
    const verdict = mayReadMetrics(askerOf(request), { token, isBehindProxy: false });
    if (request.method !== "GET" || request.url !== "/metrics") return response.writeHead(404).end();
    if (verdict !== "yes") return response.writeHead(STATUS[verdict]).end();
    const { registry } = metrics();
    return registry.metrics().then(
      (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
      (err: unknown) => {
        log.warn({ err }, "the figures could not be told");
        response.writeHead(500).end();
      },
    );
  });
  await new Promise<void>((resolve) => {
    server.once("listening", resolve);
    server.on("error", (err) => {
      log.error({ err, host, port }, "the figures of this process are not served");
      resolve();
    });
    server.listen(port, host);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const askerOf = ({ socket, headers }: IncomingMessage): Asker => ({
  address: socket.remoteAddress ?? "unknown",
  forwardedFor: headers["x-forwarded-for"]?.toString(),
  authorization: headers.authorization,
});
