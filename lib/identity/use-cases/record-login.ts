import type { Ctx, QueryCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { insertLoginRecord, type LoginOutcome } from "../data/login-records";

type Attempt = {
  email: string;
  userId: string | null;
  tenantId: string | null;
  method: string;
  outcome: LoginOutcome;
  sessionId?: string;
};

const recordOf = (ctx: Ctx, attempt: Attempt) => ({
  ...attempt,
  // As it was typed, but for what no text in Postgres holds (NUL) and no list should show.
  email: attempt.email.replace(/\p{Cc}/gu, "\ufffd").slice(0, 254),
  loginTime: ctx.now(),
  ipAddress: ctx.client.ip,
  userAgent: ctx.client.userAgent,
});

/** Writes down a sign-in that worked, with it. */
export const recordLogin = (ctx: QueryCtx, attempt: Attempt): Promise<void> =>
  insertLoginRecord(ctx, recordOf(ctx, attempt));

/** Writes down one that failed, which must stay when everything else is undone. */
export async function recordFailedLogin(ctx: Ctx, attempt: Attempt): Promise<void> {
  await inOwnUnit(ctx, "identity.login.record", async (own) => {
    await own.unit.rescope({ tenantId: attempt.tenantId, userId: attempt.userId });
    await insertLoginRecord(own, recordOf(ctx, attempt));
  });
}
