/** Whether a person may come in now: `revoked` and `expired` are both no. */
export type AccessState = "active" | "expired" | "revoked";

export function accessState(access: { hasAccess: boolean; expiresAt: Date | null }, now: Date): AccessState {
  if (!access.hasAccess) return "revoked";
  return access.expiresAt !== null && access.expiresAt <= now ? "expired" : "active";
}
