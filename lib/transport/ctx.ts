import { keyMay, roleMay, seesOwnOnly } from "@/lib/identity/policy";
import type { Actor, ClientInfo, Ctx, Locale, Scope, SessionInfo, UnitOfWork } from "@/lib/kernel/context";
import type { BusEvent } from "@/lib/kernel/event";
import { newRequestId } from "@/lib/kernel/ids";
import { appOrigin } from "@/lib/platform/app-origin";
import { log } from "@/lib/platform/log";
import { openUnitOfWork } from "@/lib/platform/unit-of-work";
import { type Caller, resolveCaller } from "./caller";
import { clientInfo } from "./client-info";

const NOBODY = { userId: null, role: null, ownOnly: false, freshUntil: null, mustEnrol: false } as const;
const ANONYMOUS: Actor = {
  ...NOBODY,
  kind: "anonymous",
  id: "anonymous",
  can: (permission) => permission === "public",
};
const NO_CLIENT: ClientInfo = { ip: "direct", userAgent: "", origin: "", deviceCookie: null };

type Who = { actor: Actor; tenantId: string | null; session: SessionInfo | null; work: Scope["work"] };
type Request = { requestId: string; locale: Locale; client: ClientInfo };
type Clock = () => Date;

const wallClock: Clock = () => new Date();

function build({ actor, tenantId, session, work }: Who, request: Request, now: Clock = wallClock): Ctx {
  const scope: Scope = { tenantId, userId: actor.userId, ownOnly: actor.ownOnly, lookup: null, work };
  const begin = (useCase: string) => openUnitOfWork(useCase, { actor, requestId: request.requestId, scope, now });
  return { tenantId, actor, session, ...request, now, log, begin };
}

/** For whoever comes without a session. */
export const visitorCtx = (
  requestId: string = newRequestId(),
  locale: Locale = "en",
  client: ClientInfo = NO_CLIENT,
): Ctx => build({ actor: ANONYMOUS, tenantId: null, session: null, work: "" }, { requestId, locale, client });

function ofMachine(id: string, work: Scope["work"], now?: Clock): Ctx {
  const actor: Actor = { ...NOBODY, kind: "system", id, can: () => true };
  const request = { requestId: newRequestId(), locale: "en" as const, client: { ...NO_CLIENT, origin: appOrigin() } };
  return build({ actor, tenantId: null, session: null, work }, request, now);
}

/** For jobs and for commands of the operator's own machine. */
export const systemCtx = (id: string, now?: Clock): Ctx => ofMachine(id, "system", now);

/** For what platform administrators do, on the command line of the operator's own machine. */
export const commandLineCtx = (user: string): Ctx => ofMachine(`command-line:${user}`, "platform");

/** The unit of work of a group of consumers: it sees the events of all companies, and goes on into each one's. */
export const eventsUnit = (group: string): UnitOfWork => {
  const actor = { kind: "system", id: `consumer:${group}` };
  const scope: Scope = { tenantId: null, userId: null, ownOnly: false, lookup: null, work: "events" };
  return openUnitOfWork(`consume:${group}`, { actor, requestId: newRequestId(), scope, now: () => new Date() });
};

/** Does something in a unit of work of the event platform's own. */
export async function inEventsUnit<T>(group: string, work: (ctx: { unit: UnitOfWork }) => Promise<T>): Promise<T> {
  const unit = eventsUnit(group);
  try {
    const result = await work({ unit });
    await unit.commit();
    return result;
  } catch (error) {
    await unit.rollback(error);
    throw error;
  }
}

/** For a group of consumers: the system, in the event's company, within the unit of work that took the event in. */
export function consumerCtx(group: string, event: Pick<BusEvent, "event_id" | "tenant_id">, unit: UnitOfWork): Ctx {
  const ctx = systemCtx(`consumer:${group}`);
  return { ...ctx, tenantId: event.tenant_id, requestId: event.event_id, unit };
}

/** For long work: the system, in the company of who asked for it; as the machine's own where that was nobody's company. */
export function workCtx(
  { id, name, tenantId }: { id: string; name: string; tenantId: string | null },
  userId: string | null,
): Ctx {
  const ctx = systemCtx(`work:${name}`);
  const work = tenantId === null && userId === null ? ("system" as const) : ("" as const);
  const actor: Actor = { ...ctx.actor, userId };
  return build({ actor, tenantId, session: null, work }, { requestId: id, locale: ctx.locale, client: ctx.client });
}

/** For a caller that `resolveCaller` knows. */
export function callerCtx(caller: Caller, request: Request): Ctx {
  if (caller.kind === "anonymous") return visitorCtx(request.requestId, request.locale, request.client);
  return build(caller.kind === "program" ? program(caller) : person(caller), request);
}

function person({ facts, verdict }: Extract<Caller, { kind: "person" }>): Who {
  const { role, tenantId, mustEnrol, freshUntil } = verdict;
  const userId = facts.user_id;
  return {
    actor: {
      kind: "person",
      id: userId,
      userId,
      role,
      ownOnly: seesOwnOnly(role),
      can: (permission) => roleMay(role, permission, !mustEnrol),
      freshUntil,
      mustEnrol,
    },
    tenantId,
    session: {
      id: facts.session_id,
      userId,
      email: facts.email,
      name: facts.name,
      supportAccessId: role === "support" ? facts.support_access_id : null,
    },
    work: role === "platform_admin" ? "platform" : "",
  };
}

function program({ facts }: Extract<Caller, { kind: "program" }>): Who {
  return {
    actor: {
      ...NOBODY,
      kind: "program",
      id: facts.key_id,
      userId: facts.user_id,
      role: facts.role,
      ownOnly: seesOwnOnly(facts.role),
      can: (permission) => keyMay(facts.role, facts.scopes, permission),
    },
    tenantId: facts.tenant_id,
    session: null,
    work: "",
  };
}

export type Asked = { caller: Caller; ctx: Ctx };

/** Who sent a request with these headers, and the context that a use case runs in for them. */
export async function ctxOf(headers: Headers, requestId: string, locale: Locale): Promise<Asked> {
  const client = clientInfo(headers);
  const caller = await resolveCaller(headers, client.origin, client.ip, new Date());
  return { caller, ctx: callerCtx(caller, { requestId, locale, client }) };
}
