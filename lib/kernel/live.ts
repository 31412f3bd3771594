import type { z } from "zod";
import type { Actor } from "./context";
import type { BusEvent, EventType, Topic } from "./event";
import type { ModulePermission } from "./permission";

type Terms = {
  /** Only who may this hears of it. */
  permission: ModulePermission;
  /** `own`: only the person whose it is. `company`: everybody there, but who sees only what is theirs. */
  whose: "own" | "company";
  /** What of the payload goes out; what isn't named stays inside. */
  shows: z.ZodObject;
};

/** A kind of event that open pages hear of: which, who hears it, and how much of it. */
export type LiveKind = Terms & { kind: string; topic: Topic };

/** Lets open pages hear of a kind of event. */
export const live = ({ kind, topic }: Pick<EventType, "kind" | "topic">, terms: Terms): LiveKind => ({
  kind,
  topic,
  ...terms,
});

/** Who listens: what of `Ctx` decides over it. */
export type Hearer = { tenantId: string | null; actor: Pick<Actor, "userId" | "ownOnly" | "can"> };

/**
 * Whether somebody hears of an event: of their own company alone, of a module that they may read, and of other people's
 * only where the kind is the company's and they see more than what is their own. Pure.
 *
 * @example hears(minerAdded, { …, tenant_id: "a", user_id: "1" }, { tenantId: "a", actor: person 2 }) → false
 */
export function hears({ permission, whose }: LiveKind, event: BusEvent, { tenantId, actor }: Hearer): boolean {
  if (tenantId === null || event.tenant_id !== tenantId || !actor.can(permission)) return false;
  const isOwn = event.user_id !== null && event.user_id === actor.userId;
  return isOwn || (whose === "company" && !actor.ownOnly);
}
