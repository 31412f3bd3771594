import { ACCESS_TOKEN_MS } from "@/lib/identity/adapters/access-token";
import { judgeSession, type SessionFacts } from "@/lib/identity/core/judge-session";
import type { Hearer } from "@/lib/kernel/live";
import type { Caller } from "../caller";
import type { EndReason } from "./frames";

/** Who a stream is for, as they were when it was opened. */
export type Listener = Hearer & {
  userId: string;
  sidHash: string;
  role: string | null;
  mustEnrol: boolean;
  /** A token's stream doesn't outlive the token. */
  until: Date | null;
};

type Person = Extract<Caller, { kind: "person" }>;

/** The person behind a request, as `caller` and `ctx` know them. */
export function listenerOf(caller: Person, { tenantId, actor }: Hearer, now: Date): Listener {
  const { sidHash, via, facts, verdict } = caller;
  const { role, mustEnrol } = verdict;
  const until = via === "bearer" ? new Date(now.getTime() + ACCESS_TOKEN_MS) : null;
  return { tenantId, actor, userId: facts.user_id, sidHash, role, mustEnrol, until };
}

/** Why somebody may not listen on, by what is known of their session now; undefined where they may. Pure. */
export function endOf(listener: Listener, facts: SessionFacts | undefined, now: Date): EndReason | undefined {
  if (!facts) return "changed";
  const verdict = judgeSession(facts, now);
  if (!verdict.live) return verdict.reason === "expired" || verdict.reason === "idle" ? "expired" : "ended";
  if (listener.until !== null && listener.until <= now) return "expired";
  const { role, tenantId, mustEnrol } = verdict;
  const isSame = role === listener.role && tenantId === listener.tenantId && mustEnrol === listener.mustEnrol;
  return isSame ? undefined : "changed";
}
