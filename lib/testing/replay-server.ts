import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { recordedJson } from "./recorded-data";

/** What the server does when a path is asked for. */
type Answer =
  | { json: unknown; status?: number; headers?: Record<string, string> }
  | { text: string; status?: number; headers?: Record<string, string> }
  /** Headers and half a body, and then nothing until the client gives up. */
  | { slow: string }
  /** A body that ends before the length that was promised. */
  | { cut: string }
  /** The connection is closed without an answer. */
  | { reset: true };

type AskedFor = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: string;
};
export type Replay = Answer | ((asked: AskedFor) => Answer);

export type ReplayServer = {
  url: string;
  /** Every request, oldest first. */
  asked: AskedFor[];
  /** Answers of paths; a path that has none gets 404. Replaces what was set for the same path. */
  set(routes: Record<string, Replay>): void;
  close(): Promise<void>;
};

/** A source of figures on this machine: the outside as the adapters see it, over real HTTP. */
export async function replayServer(routes: Record<string, Replay> = {}): Promise<ReplayServer> {
  const answers = new Map(Object.entries(routes));
  const asked: AskedFor[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://replay");
    let body = "";
    for await (const chunk of request) body += chunk;
    const seen = {
      method: request.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body,
    };
    asked.push(seen);
    const route = answers.get(url.pathname) ?? { text: "not found", status: 404 };
    reply(response, typeof route === "function" ? route(seen) : route);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    set: (more) => {
      for (const [path, route] of Object.entries(more)) answers.set(path, route);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function reply(response: ServerResponse, answer: Answer): void {
  if ("reset" in answer) response.destroy();
  else if ("slow" in answer) {
    response.writeHead(200, { "content-type": "application/json" });
    response.write(answer.slow);
  } else if ("cut" in answer) {
    response.writeHead(200, { "content-type": "application/json", "content-length": String(answer.cut.length + 100) });
    response.write(answer.cut, () => response.destroy());
  } else {
    const [type, body] =
      "json" in answer ? ["application/json", JSON.stringify(answer.json)] : ["text/html", answer.text];
    response.writeHead(answer.status ?? 200, { "content-type": type, ...answer.headers });
    response.end(body);
  }
}

/** The payload of a recorded call, without the notes that were put around it. */
export function recordedPayload(name: string): unknown {
  const file = recordedJson<Record<string, unknown>>(`api/${name}.json`);
  return "response" in file && ("_request" in file || "_note" in file) ? file.response : file;
}
