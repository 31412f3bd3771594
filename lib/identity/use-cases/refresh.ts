import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command } from "@/lib/kernel/use-case";
import { sha256Hex } from "../core/digest";
import { judgeSession } from "../core/judge-session";
import { takeRefreshToken } from "../data/refresh-tokens";
import { readSessionFactsWithin } from "../data/session-facts";
import { findSessionTenant, revokeSession, seeSession } from "../data/sessions";
import { Refresh, RefreshedTokens } from "../schemas";
import { issueTokens } from "./complete-sign-in";
import { guardRefresh } from "./guard-login";

const over = () => new AppError("unauthenticated", "The refresh token is not valid (any more): sign in again.");

/**
 * Gives new tokens for a refresh token, which works once. A second use means that somebody else has it too: the session
 * and all its tokens end. Throws `unauthenticated`.
 */
export const refresh = command({
  name: "identity.refresh",
  permission: "public",
  secretAnswer: true,
  input: Refresh,
  output: RefreshedTokens,
  async run(ctx, { refresh_token }) {
    await guardRefresh(ctx);
    const now = ctx.now();
    const use = await takeRefreshToken(ctx, await sha256Hex(refresh_token), now);
    if (use.state === "reused") ctx.unit.afterRollback(() => endFamily(ctx, use));
    if (use.state !== "taken") throw over();
    const facts = await readSessionFactsWithin(ctx, use.sidHash);
    const verdict = facts && judgeSession(facts, now);
    if (!facts || !verdict?.live) throw over();
    await ctx.unit.rescope({ userId: use.userId, tenantId: verdict.tenantId, lookup: null });
    await seeSession(ctx, use.sessionId, now);
    ctx.audit({ entity: "sessions", id: use.sessionId, after: { refreshed: true } });
    return issueTokens(ctx, use);
  },
});

/** The entry stands in the company's own audit log; by whom the token came is not known. */
async function endFamily(ctx: Ctx, { userId, sessionId }: { userId: string; sessionId: string }): Promise<void> {
  await inOwnUnit(ctx, "identity.refresh.reused", async (own) => {
    await own.unit.rescope({ userId });
    await revokeSession(own, sessionId, "refresh_token_reused", own.now());
    await own.unit.rescope({ tenantId: await findSessionTenant(own, sessionId) });
    own.unit.audit({ entity: "sessions", id: sessionId, after: { revoked: "refresh_token_reused", user_id: userId } });
  });
  ctx.log.warn({ session_id: sessionId }, "a refresh token came twice: its session was ended");
}
