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
  async long_work(ctx, now, limit) {
    await ctx.unit.rescope({ work: "purge" });
    const where = { finishedAt: { lt: daysBefore(now, 30) } };
    return (await (await tx(ctx)).longWork.deleteMany({ where, limit })).count;
  },
  /** What was computed of them goes with them. */
  async fleet_files(ctx, now, limit) {
    await ctx.unit.rescope({ work: "purge" });
    const where = { createdAt: { lt: daysBefore(now, 30) } };
    return (await (await tx(ctx)).fleetFile.deleteMany({ where, limit })).count;
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
  /** The newest hundred of each job for a month, failures for a week; the last slot, by which the next is known, for good. */
  async job_runs(ctx, now, limit) {
    return (await tx(ctx)).$executeRaw`
      delete from job_runs where (job, scheduled_for) in (
        select job, scheduled_for from (
          select *, row_number() over (partition by job order by scheduled_for desc) as place,
            max(scheduled_for) filter (where kind = 'slot') over (partition by job) as last_slot
          from job_runs) as run
        where finished_at is not null and scheduled_for is distinct from last_slot
          and (finished_at < ${daysBefore(now, 30)}
            or (place > 100 and not (state = 'failed' and finished_at > ${daysBefore(now, 7)})))
        limit ${limit})`;
  },
};
