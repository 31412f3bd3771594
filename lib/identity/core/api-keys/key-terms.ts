import type { ModulePermission } from "@/lib/kernel/permission";
import { type ActingRole, roleMay } from "../../policy";

export const MAX_OVERLAP_HOURS = 168;
const HOUR_MS = 3_600_000;

/** A key that nobody renews ends by itself: after a year unless said, after two at the latest. */
const DEFAULT_YEARS = 1;
const MAX_YEARS = 2;

const yearsFrom = (now: Date, years: number): Date => {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end;
};

export type End = { ok: true; end: Date } | { ok: false; code: "past" | "too_late" };

/** When a key ends that is made now; `wanted` must lie ahead, and not more than two years. */
export function endOfKey(now: Date, wanted: Date | undefined): End {
  if (wanted === undefined) return { ok: true, end: yearsFrom(now, DEFAULT_YEARS) };
  if (wanted <= now) return { ok: false, code: "past" };
  return wanted > yearsFrom(now, MAX_YEARS) ? { ok: false, code: "too_late" } : { ok: true, end: wanted };
}

/** Which of the scopes whoever gives them may not do themselves: nobody hands out more than they have. */
export const scopesBeyond = (role: ActingRole | null, scopes: readonly ModulePermission[]): ModulePermission[] =>
  scopes.filter((scope) => !roleMay(role, scope));

type KeyDates = { expiresAt: Date | null; revokedAt: Date | null };

/** Whether a key still lets anybody in, whoever made it. */
export const hasEnded = ({ expiresAt, revokedAt }: KeyDates, now: Date): boolean =>
  (revokedAt !== null && revokedAt <= now) || (expiresAt !== null && expiresAt <= now);

/**
 * The end of the old key of a rotation: when the overlap is over, but never later than it would have ended anyway. No
 * overlap revokes it at once.
 */
export function planRotation(old: KeyDates, overlapHours: number, now: Date): { oldEnd: Date; revokeOld: boolean } {
  const overlapEnd = new Date(now.getTime() + overlapHours * HOUR_MS);
  return {
    oldEnd: old.expiresAt && old.expiresAt < overlapEnd ? old.expiresAt : overlapEnd,
    revokeOld: overlapHours === 0,
  };
}
