import type { QueryCtx } from "@/lib/kernel/context";
import { newSecret, sha256Hex } from "../core/digest";
import { sessionLimits } from "../core/judge-session";
import { insertSession } from "../data/sessions";
import type { ActingRole } from "../policy";

/** How somebody proved who they are (RFC 8176 where it has a word). */
export type Proof = "pwd" | "otp" | "recovery" | "passkey" | "wallet";

type Opening = { userId: string; tenantId: string | null; role: ActingRole | null; amr: readonly Proof[] };

/** What the doors make the cookie of: never part of an answer's body. */
export type Opened = { sid: string; sidHash: string; sessionId: string; session_expires_at: string };

/** Begins a session on the device that asks. The secret is made here and known only to the cookie. */
export async function openSession(ctx: QueryCtx, opening: Opening): Promise<Opened> {
  const now = ctx.now();
  const sid = newSecret();
  const sidHash = await sha256Hex(sid);
  const sessionId = crypto.randomUUID();
  const expiresAt = new Date(now.getTime() + sessionLimits(opening.role).absoluteMs);
  await ctx.unit.rescope({ userId: opening.userId });
  const { role: _, ...session } = opening;
  await insertSession(ctx, { ...session, id: sessionId, sidHash, now, expiresAt, client: ctx.client });
  return { sid, sidHash, sessionId, session_expires_at: expiresAt.toISOString() };
}
