import { mayAssign, type Role } from "../../policy";
import { accessState } from "./access-state";

/** A person's access to a company, as far as it decides over changes of it. */
export type Standing = { userId: string; role: Role; hasAccess: boolean; expiresAt: Date | null };

/** What is left out stays as it is. */
export type AccessChange = {
  role?: Role | undefined;
  hasAccess?: boolean | undefined;
  expiresAt?: Date | null | undefined;
};

export type ChangeRefusal = "actor_without_access" | "own_access" | "role_not_yours" | "expiry_past" | "last_owner";

/** What the person is told, one mail each. */
export type Told =
  | { what: "role"; role: Role }
  | { what: "expiry"; until: Date | null }
  | { what: "revoked" }
  | { what: "restored"; role: Role; until: Date | null };

export type ChangeVerdict =
  | { refusal: ChangeRefusal }
  | { next: Standing; endsSessions: boolean; revokesKeys: boolean; told: Told[] };

type Facts = {
  /** Who changes it, as the company knows them now; none when they left in the meantime. */
  actor: Standing | undefined;
  target: Standing;
  change: AccessChange;
  /** The company's owners, the target among them or not. */
  owners: readonly Standing[];
  now: Date;
};

/**
 * Whether somebody's access may be changed so, and what follows. Nobody changes their own; owners are made and unmade by
 * owners; and the company always keeps an owner whose access doesn't end.
 */
export function judgeChange({ actor, target, change, owners, now }: Facts): ChangeVerdict {
  const next: Standing = {
    userId: target.userId,
    role: change.role ?? target.role,
    hasAccess: change.hasAccess ?? target.hasAccess,
    expiresAt: change.expiresAt === undefined ? target.expiresAt : change.expiresAt,
  };
  if (!actor || accessState(actor, now) !== "active") return { refusal: "actor_without_access" };
  if (actor.userId === target.userId) return { refusal: "own_access" };
  if (!mayAssign(actor.role, target.role) || !mayAssign(actor.role, next.role)) return { refusal: "role_not_yours" };
  if (change.expiresAt && change.expiresAt <= now) return { refusal: "expiry_past" };
  const hasOtherOwner = owners.some((owner) => owner.userId !== target.userId && isLastingOwner(owner));
  if (isLastingOwner(target) && !isLastingOwner(next) && !hasOtherOwner) return { refusal: "last_owner" };
  const isRevoked = target.hasAccess && !next.hasAccess;
  return {
    next,
    endsSessions: isRevoked || next.role !== target.role,
    revokesKeys: isRevoked,
    told: isRevoked ? [{ what: "revoked" }] : toldOf(target, next, now),
  };
}

const isLastingOwner = ({ role, hasAccess, expiresAt }: Standing): boolean =>
  role === "owner" && hasAccess && expiresAt === null;

/** Nothing for who stays outside; who is let in again is told as what and until when, in one mail. */
function toldOf(before: Standing, next: Standing, now: Date): Told[] {
  if (!next.hasAccess) return [];
  if (!before.hasAccess)
    return accessState(next, now) === "active" ? [{ what: "restored", role: next.role, until: next.expiresAt }] : [];
  const told: Told[] = [];
  if (next.role !== before.role) told.push({ what: "role", role: next.role });
  if (next.expiresAt?.getTime() !== before.expiresAt?.getTime()) told.push({ what: "expiry", until: next.expiresAt });
  return told;
}
