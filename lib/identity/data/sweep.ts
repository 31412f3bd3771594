import type { UnitOfWork } from "@/lib/kernel/context";
import { PERIOD_DAYS } from "@/lib/kernel/objectives";
import { tx } from "@/lib/platform/db";

type InUnit = { unit: UnitOfWork };
type Sweep = (ctx: InUnit, now: Date, limit: number) => Promise<number>;

const DAY_MS = 86_400_000;
const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/**
 * What is swept of each table, at most `limit` rows: what nobody can use or ask for any more. The policies of row-level
 * security show the sweep no row that still counts, whatever stands here.
 */
export const SWEEPS: Record<string, Sweep> = {
  async api_idempotency_records(ctx, now, limit) {
    await ctx.unit.rescope({ work: "purge" });
    const where = { expiresAt: { lt: now } };
    return (await (await tx(ctx)).apiIdempotencyRecord.deleteMany({ where, limit })).count;
  },
  async one_time_tokens(ctx, now, limit) {
    await ctx.unit.rescope({ work: "purge" });
    const where = { expiresAt: { lt: daysBefore(now, 1) } };
    return (await (await tx(ctx)).oneTimeToken.deleteMany({ where, limit })).count;
  },
  /** Used ones are kept beyond their time: that somebody tries one again is how a theft is found out. */
  async refresh_tokens(ctx, now, limit) {
    await ctx.unit.rescope({ work: "purge" });
    const where = { expiresAt: { lt: daysBefore(now, 30) } };
    return (await (await tx(ctx)).refreshToken.deleteMany({ where, limit })).count;
  },
  async sessions(ctx, now, limit) {
    await ctx.unit.rescope({ work: "purge" });
    const where = { expiresAt: { lt: daysBefore(now, 90) } };
    return (await (await tx(ctx)).session.deleteMany({ where, limit })).count;
  },
  async mails(ctx, now, limit) {
    await ctx.unit.rescope({ work: "mailer" });
    const where = { createdAt: { lt: daysBefore(now, 30) } };
    return (await (await tx(ctx)).mail.deleteMany({ where, limit })).count;
  },
  /** A day more than the objectives' period. */
  async system_performance_logs(ctx, now, limit) {
    const where = { minute: { lt: daysBefore(now, PERIOD_DAYS + 1) } };
    return (await (await tx(ctx)).systemPerformanceLog.deleteMany({ where, limit })).count;
  },
  async rate_limits(ctx, now, limit) {
    const where = { expire: { lt: BigInt(now.getTime()) } };
    return (await (await tx(ctx)).rateLimit.deleteMany({ where, limit })).count;
  },
};
