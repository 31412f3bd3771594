// The web server: Next behind a socket of our own. Plain Node runs this file, so it imports nothing that needs a build.
import { readdirSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import process from "node:process";
import next from "next";
import { buildFiles } from "./build-files.ts";

/** GET /ready says 503 for this long before the socket closes, so that a balancer sends nobody here any more. */
const DRAIN_MS = 2_000;
/** What is still being answered after this is cut off. */
const FINISH_MS = 4_000;

const port = Number(process.env.PORT ?? 3000);
const hostname = process.env.HOST ?? "127.0.0.1";
const root = join(import.meta.dirname, "..", "..");
/** lib/platform reads these from inside Next's bundle, which has modules of its own. */
const shared = globalThis as typeof globalThis & {
  hashinsightDraining?: boolean;
  hashinsightMigrations?: string[];
  hashinsightMethods?: (path: string) => string[];
};
shared.hashinsightMigrations = readdirSync(join(root, "prisma", "migrations")).filter((name) => /^\d/.test(name));

const app = next({ dev: false, dir: root, hostname, port });
let handle: ReturnType<typeof buildFiles> | undefined;

type Refusal = { status: number; title: string; detail: string; code: string };

/** A problem document like those of lib/transport/problem.ts, for what never gets that far. */
function problemOf(refusal: Refusal): { body: string; headers: Record<string, string> } {
  const request_id = crypto.randomUUID();
  return {
    body: JSON.stringify({ type: "about:blank", ...refusal, request_id }),
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": request_id,
      ...(refusal.status === 503 ? { "retry-after": "1" } : {}),
    },
  };
}

function refuse(response: ServerResponse, refusal: Refusal): void {
  const { body, headers } = problemOf(refusal);
  response.writeHead(refusal.status, headers);
  response.end(body);
}

const UNREADABLE: Refusal = {
  status: 400,
  title: "Bad request",
  detail: "The address or the method is not one that can be read.",
  code: "bad_request",
};
const STARTING: Refusal = {
  status: 503,
  title: "Not available right now",
  detail: "Not ready: the server is starting.",
  code: "unavailable",
};

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What Next would answer with a bare 400: a method that nothing here has, an address that is no text. */
function isUnderstood({ method = "", url = "" }: IncomingMessage): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return METHODS.includes(method) && url.startsWith("/");
  } catch {
    return false;
  }
}

/** A request line may name a host of its own choice; no redirect and no call of ours goes by it. */
function dropHost(request: IncomingMessage): void {
  const path = (request.url ?? "").replace(/^https?:\/\/[^/?#]*/i, "");
  if (path !== request.url) request.url = path.startsWith("/") ? path : `/${path}`;
}

/** The address that a rate limit counts by comes from the socket; a visitor who names one of his own isn't believed. */
function nameSender(request: IncomingMessage): void {
  const address = request.socket.remoteAddress ?? "unknown";
  request.headers["x-client-address"] = address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
}

const FORM = /^\s*(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i;
/** A call of a server action: by a script of ours, or by a form without one. REST takes forms too, and answers itself. */
const isCall = ({ method, url = "", headers }: IncomingMessage): boolean =>
  method === "POST" &&
  (headers["next-action"] !== undefined || (FORM.test(headers["content-type"] ?? "") && !url.startsWith("/api/")));

/**
 * An action answers its own failures (lib/transport/act.ts). Where Next says 500 to a call, it could not read what was
 * sent: too much of it, or no arguments at all. The fault is the sender's, so it is 400; the log has the rest.
 */
function blameSender(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => writeHead(status === 500 ? 400 : status, ...rest);
}

/** Next answers a method that a route doesn't have with an empty 405. Ours says which there are (lib/transport/doors.ts). */
function explainMethod({ method, url = "" }: IncomingMessage, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  const end = response.end.bind(response) as (...rest: unknown[]) => ServerResponse;
  const allowed = () => shared.hashinsightMethods?.(decodeURIComponent(url.split("?", 1)[0] ?? "")) ?? [];
  let body: string | undefined;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const methods = status === 405 ? allowed() : [];
    if (methods.length === 0) return writeHead(status, ...rest);
    const detail = `There is no ${method} here. What there is: ${methods.join(", ")}.`;
    const problem = problemOf({ status, title: "Method not allowed", detail, code: "method_not_allowed" });
    body = problem.body;
    const length = String(Buffer.byteLength(body));
    return writeHead(status, { ...problem.headers, allow: methods.join(", "), "content-length": length });
  };
  response.end = (...rest: unknown[]) => {
    // Writes the head, should it not be out yet: only then it is known whether there is something to say.
    if (response.statusCode === 405 && !response.headersSent) response.flushHeaders();
    return body === undefined ? end(...rest) : end(body);
  };
}

const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  nameSender(request);
  dropHost(request);
  if (isCall(request)) blameSender(response);
  explainMethod(request, response);
  if (shared.hashinsightDraining) response.setHeader("connection", "close");
  if (!isUnderstood(request)) refuse(response, UNREADABLE);
  else if (handle) handle(request, response);
  else refuse(response, STARTING);
});
server.on("upgrade", (request, socket, head) => {
  nameSender(request);
  dropHost(request);
  void app.getUpgradeHandler()(request, socket, head);
});
// Longer than the usual idle time of a balancer in front, so that it never writes to a socket that we just closed.
server.keepAliveTimeout = 65_000;
server.headersTimeout = 66_000;
// On a live stream something moves every 15 s: whoever takes nothing for one or two of these is gone, or doesn't read.
server.timeout = 60_000;
server.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(port, hostname);

function drain(): void {
  if (shared.hashinsightDraining) return;
  shared.hashinsightDraining = true;
  setTimeout(() => {
    server.close(() => process.exit(0));
    setTimeout(() => {
      server.closeAllConnections();
      process.exit(0);
    }, FINISH_MS);
  }, DRAIN_MS);
}
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, drain);
// Who started us is gone, without a word: nobody waits for an orderly end, and the port is wanted again.
process.on("disconnect", () => process.exit(1));
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

await app.prepare();
const answer = app.getRequestHandler();
handle = buildFiles(
  join(root, process.env.NEXT_DIST_DIR ?? ".next"),
  (request, response) => void answer(request, response),
);
