/** The longest look into a company; the database refuses more too. */
export const SUPPORT_MAX_MINUTES = 240;

export type SupportState = "running" | "ended" | "expired";

export function supportState(access: { expiresAt: Date; endedAt: Date | null }, now: Date): SupportState {
  if (access.endedAt) return "ended";
  return access.expiresAt <= now ? "expired" : "running";
}
