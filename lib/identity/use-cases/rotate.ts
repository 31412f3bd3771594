import type { CommandCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newSecret, sha256Hex } from "../core/digest";
import { sessionLimits } from "../core/judge-session";
import { findSession, rotateSession } from "../data/sessions";
import type { ActingRole } from "../policy";

type Change = {
  /** A further proof of identity, just given. */
  proved?: string;
  place?: { tenantId: string | null; role: ActingRole | null; supportAccessId?: string | null };
};

/**
 * Gives the asking session another secret, as every change of what it may do asks for: whoever had taken the old one has
 * nothing. Bearer tokens of the session end with it. Where it moves to another company, its time is cut to that role's.
 */
export async function rotateOwnSession(ctx: CommandCtx, { proved, place }: Change) {
  const now = ctx.now();
  const own = ctx.session ? await findSession(ctx, ctx.session.id) : undefined;
  if (!ctx.session || !own) throw new AppError("unauthenticated", "Sign in first.");
  const sid = newSecret();
  const limitMs = place ? now.getTime() + sessionLimits(place.role).absoluteMs : Number.POSITIVE_INFINITY;
  const expiresAt = new Date(Math.min(limitMs, own.expiresAt.getTime()));
  const rotated = await rotateSession(ctx, ctx.session.id, {
    sidHash: await sha256Hex(sid),
    expiresAt,
    ...(proved ? { provedAt: now, amr: [...new Set([...own.amr, proved])] } : {}),
    ...(place ? { tenantId: place.tenantId, supportAccessId: place.supportAccessId ?? null } : {}),
  });
  if (!rotated) throw new AppError("unauthenticated", "This session has just ended: sign in again.");
  return { sid, session_expires_at: expiresAt.toISOString(), status: "done" as const };
}
