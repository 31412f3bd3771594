import type { z } from "zod";
import { sha256Hex } from "@/lib/identity/core/digest";
import type { Ctx } from "@/lib/kernel/context";
import type { Contract } from "@/lib/kernel/contract";
import { AppError } from "@/lib/kernel/errors";
import { requirePermission, type UseCase } from "@/lib/kernel/use-case";
import { traced } from "@/lib/platform/tracing/traced";
import { countUsage } from "./api-usage";
import { type BodyReader, jsonBody } from "./body";
import type { Caller } from "./caller";
import { clientAddress } from "./client-info";
import { ctxOf } from "./ctx";
import { noteDoor } from "./doors";
import { fileResponse, isFileAnswer } from "./file-answer";
import { programLimiter } from "./limiter";
import { readIdempotencyKey, readIfMatch } from "./preconditions";
import { languageOf } from "./request-language";
import { restDoor } from "./rest-door";
import { refuseOtherOrigin, requireSameOrigin } from "./same-origin";
import { cookieHeader, cookiesOf, endedCookie } from "./session-cookie";

export type Limiter = { take(key: string): Promise<void> };

type Options<O extends z.ZodType> = {
  limiter?: Limiter;
  /** For visitors. What somebody who is known gets is theirs, and kept nowhere. */
  cacheControl?: string;
  /** What the body is, where it isn't JSON. */
  body?: BodyReader;
  /** The status of an answer that is none of a success: a probe's, who goes by it. */
  statusOf?: (output: z.output<O>) => number;
  /** Ends the browser's session: the cookie goes, and what the browser kept of the product with it. */
  closes?: true;
};
type Route = { params: Promise<Record<string, string>> };

/**
 * The REST door: a contract and the use case that keeps it. Query, body and path parameters make one input;
 * a field named twice in the query is refused, path parameters win over the rest.
 */
export function serve<I extends z.ZodType, O extends z.ZodType, U extends z.ZodType>(
  contract: Contract<I, O>,
  useCase: UseCase<I, U>,
  options: Options<O> = {},
) {
  if (contract.shownOnce !== (useCase.secretAnswer === true))
    throw new Error(
      `${contract.method} ${contract.path}: contract and use case differ in whether the answer is shown once`,
    );
  noteDoor(contract);
  const bodyReader = options.body ?? jsonBody;
  return (request: Request, route?: Route): Promise<Response> =>
    restDoor(contract, useCase.name, async (requestId) => {
      await options.limiter?.take(clientAddress(request.headers));
      return answered(request, route, requestId);
    });

  async function answered(request: Request, route: Route | undefined, requestId: string): Promise<Response> {
    const { caller, ctx } = await ctxOf(request.headers, requestId, languageOf(request.headers));
    await programLimiter.take(ctx.actor.kind === "anonymous" ? undefined : ctx.actor.id);
    if (contract.method !== "GET") requireOwnPage(request.headers, caller, ctx.client.origin, contract, bodyReader);
    // Before the body is read: who may not ask is told so, whatever they sent.
    requirePermission(ctx.actor, useCase, ctx.now());
    countUsage(caller, ctx.tenantId, `${contract.method} ${contract.path}`, ctx.now());
    const input = await readInput(contract, request, route, () => bodyReader.read(request, ctx.actor));
    let isReplay = false;
    const onReplay = () => {
      isReplay = true;
    };
    const keyed = await withKey(ctx, request.headers, contract, { input, onReplay });
    const of = { request_id: requestId, route: contract.path };
    const output = await traced(useCase.name, of, () => useCase.execute(keyed, input));
    const response = await answer(contract, output, ctx);
    if (isReplay) response.headers.set("idempotency-replayed", "true");
    return response;
  }

  async function answer(contract: Contract, output: unknown, ctx: Ctx): Promise<Response> {
    const headers = new Headers({ "cache-control": "no-store", "x-request-id": ctx.requestId });
    if (options.cacheControl) headers.set("vary", WHO_ASKS);
    if (options.cacheControl && ctx.actor.kind === "anonymous") headers.set("cache-control", options.cacheControl);
    if (options.closes) {
      headers.append("set-cookie", cookieHeader(endedCookie(ctx.client.origin)));
      headers.set("clear-site-data", '"cache", "storage"');
    }
    for (const cookie of await cookiesOf(output, ctx.client.origin, ctx.now()))
      headers.append("set-cookie", cookieHeader(cookie));
    if (isFileAnswer(output)) return fileResponse(output, headers);
    if (contract.produces === "text/plain") {
      headers.set("content-type", "text/plain; charset=utf-8");
      return new Response(String(output), { status: contract.status, headers });
    }
    // The contract's shape is what goes out: a session's secret, for example, is no part of it.
    const body = (useCase.output as z.ZodType) === contract.output ? output : contract.output.parse(output);
    headers.set("content-type", "application/json; charset=utf-8");
    const version = versionOf(body);
    if (version !== undefined) headers.set("etag", `"${version}"`);
    const status = options.statusOf?.(body as z.output<O>) ?? contract.status;
    return new Response(JSON.stringify(body), { status, headers });
  }
}

/** The version of an editable row: what `If-Match` names to change it. */
const versionOf = (body: unknown): number | undefined =>
  typeof body === "object" && body !== null && "version" in body && Number.isInteger(body.version)
    ? Number(body.version)
    : undefined;

/** By what the same address answers differently: a cache on the way must not mix them up. */
const WHO_ASKS = "Cookie, Authorization, X-API-Key";

/** Cookies come along by themselves, so what writes with one must come from our page, as what the door takes. */
function requireOwnPage(
  headers: Headers,
  caller: Caller,
  origin: string,
  { permission }: Contract,
  { types, advice }: BodyReader,
): void {
  if (caller.kind === "person" && caller.via === "cookie") {
    requireSameOrigin(headers, origin);
    // What a form of another site sends has a type; a write without a body, such as taking something away, needs none.
    const type = headers.get("content-type");
    if (type === null ? hasBody(headers) : !types.test(type)) throw new AppError("bad_request", advice);
  } else if (permission === "public") refuseOtherOrigin(headers, origin);
}

async function readInput(
  contract: Contract,
  request: Request,
  route: Route | undefined,
  body: () => Promise<Record<string, unknown>>,
) {
  return {
    ...readQuery(request),
    ...(contract.method === "GET" ? {} : await body()),
    ...(contract.versioned ? { version: readIfMatch(request.headers) } : {}),
    ...(await route?.params),
  };
}

type Repeatable = { input: object; onReplay: () => void };

async function withKey(ctx: Ctx, headers: Headers, { method, path }: Contract, asked: Repeatable): Promise<Ctx> {
  const key = method === "GET" ? undefined : readIdempotencyKey(headers);
  if (key === undefined) return ctx;
  const hash = await sha256Hex(JSON.stringify(asked.input));
  return { ...ctx, idempotency: { key, route: `${method} ${path}`, hash, onReplay: asked.onReplay } };
}

function readQuery(request: Request): Record<string, string> {
  const query = new URL(request.url).searchParams;
  // Without a prototype, so that "__proto__" is a name like any other, and refused.
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of query) {
    if (Object.hasOwn(values, name)) throw new AppError("bad_request", `"${name}" is given twice in the address.`);
    values[name] = value;
  }
  return values;
}

const hasBody = (headers: Headers): boolean =>
  headers.has("transfer-encoding") || Number(headers.get("content-length") ?? 0) > 0;
