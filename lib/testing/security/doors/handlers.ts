import { join } from "node:path";
import type { Contract } from "@/lib/kernel/contract";
import { ROOT } from "@/scripts/process/spawn-node";

type Handler = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** The route of a contract, called directly: no proxy, no server in front of it. */
export async function handlerOf({ method, path }: Contract): Promise<Handler> {
  const file = join(ROOT, "app", path.replaceAll("{", "[").replaceAll("}", "]"), "route.ts");
  const module = (await import(/* @vite-ignore */ file)) as Record<string, Handler>;
  const handler = module[method];
  if (!handler) throw new Error(`${file} has no ${method}`);
  return handler;
}

export type Sent = { headers?: Record<string, string>; params?: Record<string, string>; body?: unknown };

/** Calls the route of a contract as a program or a page would. */
export async function call(contract: Contract, { headers = {}, params = {}, body }: Sent): Promise<Response> {
  const path = contract.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const isRead = contract.method === "GET";
  const isFile = contract.consumes === "multipart/form-data";
  const type = isFile ? "text/csv" : "application/json";
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    method: contract.method,
    headers: {
      host: "127.0.0.1:3000",
      ...(isRead ? {} : { origin: "http://127.0.0.1:3000", "content-type": type, "if-match": '"1"' }),
      ...headers,
    },
    ...(isRead ? {} : { body: isFile ? "model_name\n" : JSON.stringify(body ?? {}) }),
  });
  const response = await (await handlerOf(contract))(request, { params: Promise.resolve(params) });
  return contract.produces === "text/event-stream" ? firstWords(response) : response;
}

/** A stream has no end of its own: what it says first, and then it is left. */
async function firstWords(response: Response): Promise<Response> {
  if (!response.ok || !response.body) return response;
  const reader = response.body.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new Response(value ?? null, response);
}
