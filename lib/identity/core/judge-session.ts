import { type ActingRole, needsSecondFactor, type Role } from "../policy";

/** Everything that decides over a session, as `session_facts` reads it. */
export type SessionFacts = {
  session_id: string;
  user_id: string;
  tenant_id: string | null;
  amr: string[];
  created_at: Date;
  last_seen_at: Date;
  proved_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  support_access_id: string | null;
  email: string;
  name: string;
  locale: string;
  email_verified_at: Date | null;
  platform_admin: boolean;
  is_demo: boolean;
  has_second_factor: boolean;
  role: Role | null;
  has_access: boolean | null;
  access_expires_at: Date | null;
  tenant_name: string | null;
  plan: string | null;
  tenant_closed_at: Date | null;
  support_expires_at: Date | null;
  support_ended_at: Date | null;
};

export type DeadReason = "revoked" | "expired" | "idle" | "no_access" | "access_expired" | "tenant_closed";

export type SessionVerdict =
  | { live: false; reason: DeadReason }
  | { live: true; role: ActingRole | null; tenantId: string | null; mustEnrol: boolean; freshUntil: Date };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a proof of identity counts for what asks for one. */
export const FRESH_MS = 10 * MINUTE;

/** Idle and absolute limits: short where an account opens a whole company or the platform. */
export function sessionLimits(role: ActingRole | null): { idleMs: number; absoluteMs: number } {
  return needsSecondFactor(role)
    ? { idleMs: 30 * MINUTE, absoluteMs: 12 * HOUR }
    : { idleMs: 12 * HOUR, absoluteMs: 14 * 24 * HOUR };
}

/**
 * Whether a session is live at `now`, and as whom. Access to the company counts at every use: taking it away, letting it
 * expire or closing the company ends the session at once. A look for support that is over, or whose company is closed,
 * leaves the platform's administrator where they were.
 */
export function judgeSession(facts: SessionFacts, now: Date): SessionVerdict {
  if (facts.revoked_at) return { live: false, reason: "revoked" };
  if (facts.expires_at <= now) return { live: false, reason: "expired" };
  const place = placeOf(facts, now);
  if ("reason" in place) return { live: false, reason: place.reason };
  const { idleMs } = sessionLimits(place.role);
  if (now.getTime() - facts.last_seen_at.getTime() >= idleMs) return { live: false, reason: "idle" };
  return {
    live: true,
    ...place,
    mustEnrol: needsSecondFactor(place.role) && !facts.has_second_factor && !facts.is_demo,
    freshUntil: new Date(facts.proved_at.getTime() + FRESH_MS),
  };
}

type Place = { role: ActingRole | null; tenantId: string | null } | { reason: DeadReason };

function placeOf(facts: SessionFacts, now: Date): Place {
  if (facts.platform_admin) {
    const looking =
      facts.support_access_id !== null &&
      facts.support_ended_at === null &&
      facts.support_expires_at !== null &&
      facts.support_expires_at > now &&
      facts.tenant_closed_at === null;
    return looking ? { role: "support", tenantId: facts.tenant_id } : { role: "platform_admin", tenantId: null };
  }
  if (facts.tenant_id === null) return { role: null, tenantId: null };
  if (facts.tenant_closed_at) return { reason: "tenant_closed" };
  if (!facts.role || !facts.has_access) return { reason: "no_access" };
  if (facts.access_expires_at && facts.access_expires_at <= now) return { reason: "access_expired" };
  return { role: facts.role, tenantId: facts.tenant_id };
}
