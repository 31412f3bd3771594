import type { Contract } from "@/lib/kernel/contract";
import { AppError } from "@/lib/kernel/errors";
import type { LiveKind } from "@/lib/kernel/live";
import { parseInput, requirePermission } from "@/lib/kernel/use-case";
import { env } from "@/lib/platform/env";
import { isDraining } from "@/lib/platform/lifecycle";
import { countUsage } from "../api-usage";
import { ctxOf } from "../ctx";
import { noteDoor } from "../doors";
import { programLimiter } from "../limiter";
import { languageOf } from "../request-language";
import { restDoor } from "../rest-door";
import { createLiveHub, type LiveHub } from "./live-hub";
import { listenerOf } from "./standing";

declare global {
  // Next may bundle a route more than once; a process has one tail all the same.
  var hashinsightLive: LiveHub | undefined;
}

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // `no-transform`: nothing on the way, and not our own compression, may gather what has to go out at once.
  "cache-control": "no-store, no-cache, no-transform",
  "x-accel-buffering": "no",
};

function processHub(kinds: readonly LiveKind[]): LiveHub {
  globalThis.hashinsightLive ??= createLiveHub({ kinds, databaseUrl: env().DATABASE_URL });
  return globalThis.hashinsightLive;
}

/** The door of live pages: a signed-in person's stream of server-sent events, resumed by `Last-Event-ID`. */
export function serveLive(contract: Contract, kinds: readonly LiveKind[], hub = () => processHub(kinds)) {
  noteDoor(contract);
  return (request: Request): Promise<Response> =>
    restDoor(contract, "platform.live", (requestId) => answered(request, requestId));

  async function answered(request: Request, requestId: string): Promise<Response> {
    const { caller, ctx } = await ctxOf(request.headers, requestId, languageOf(request.headers));
    await programLimiter.take(ctx.actor.kind === "anonymous" ? undefined : ctx.actor.id);
    requirePermission(ctx.actor, contract, ctx.now());
    if (caller.kind !== "person") throw new AppError("forbidden", "Live pages are for people who are signed in.");
    countUsage(caller, ctx.tenantId, `${contract.method} ${contract.path}`, ctx.now());
    parseInput(contract.input, Object.fromEntries(new URL(request.url).searchParams));
    if (isDraining())
      throw new AppError("unavailable", "This process is stopping: another one answers.", { retryAfterSeconds: 2 });
    const headers = { ...HEADERS, "x-request-id": requestId };
    if (request.method === "HEAD") return new Response(null, { headers });
    const listener = listenerOf(caller, ctx, ctx.now());
    const body = await hub().open(listener, request.headers.get("last-event-id"), request.signal);
    return new Response(body, { headers });
  }
}
