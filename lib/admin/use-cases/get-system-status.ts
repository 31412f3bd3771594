import type { QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { listFeedStates } from "@/lib/market/index";
import { env } from "@/lib/platform/env";
import { uptimeSeconds } from "@/lib/platform/lifecycle";
import { mailWay } from "@/lib/platform/mail/mail-settings";
import { nextSlot } from "@/lib/platform/scheduler/job-clock";
import packageJson from "@/package.json";
import { adminContract } from "../contract";
import { findProblems } from "../core/find-problems";
import { isWorkerAlive, judgeJob } from "../core/judge-jobs";
import { judgeSource } from "../core/judge-source";
import { readAuditState } from "../data/audit-state";
import { readEventStatus } from "../data/event-status";
import { readJobs } from "../data/jobs";
import { readMailState } from "../data/mail-state";
import { readStores, timeDatabase } from "../data/stores";
import type { JobStatus, SourceStatus } from "../schemas";

/**
 * How the machinery fares. The platform's administrators see all mail, all chains and the words of every fault; whoever is
 * in a company sees the same machinery, and of mail and audit log what is the company's.
 */
export const getSystemStatus = query({
  ...adminContract.systemStatus,
  name: "admin.system-status",
  async run(ctx) {
    const isPlatform = ctx.actor.can("platform:read");
    if (!isPlatform && ctx.tenantId === null) throw new AppError("forbidden", "Switch to a company first.");
    const now = ctx.now();
    const { migrations, rate_limits } = await readStores();
    const events = await readEventStatus();
    const response_time_ms = await timeDatabase(ctx);
    const jobs = await readJobStatus(ctx, now, isPlatform);
    const facts = {
      checked_at: now.toISOString(),
      scope: isPlatform ? ("installation" as const) : ("company" as const),
      web: { version: packageJson.version, uptime_s: uptimeSeconds() },
      database: { response_time_ms, migrations },
      rate_limits,
      worker: { ok: isWorkerAlive(jobs), last_seen_at: latest(jobs) },
      jobs,
      sources: await readSources(ctx, isPlatform),
      events,
      mail: { way: mailWay(env()), ...(await readMailState(ctx, ctx.tenantId, now)) },
      audit: await readAuditState(ctx, ctx.tenantId),
    };
    const problems = findProblems(facts);
    return { status: problems.length === 0 ? ("ok" as const) : ("attention" as const), problems, ...facts };
  },
});

/** What a run said may count what is other companies': it is shown to the platform alone. */
async function readJobStatus(ctx: QueryCtx, now: Date, isPlatform: boolean): Promise<JobStatus[]> {
  const jobs = (await readJobs(ctx, now)).map((facts) => judgeJob(facts, now, nextSlot));
  if (isPlatform) return jobs;
  return jobs.map((job) => ({
    ...job,
    summary: null,
    last_failure: job.last_failure && { ...job.last_failure, fault: null },
  }));
}

async function readSources(ctx: QueryCtx, isPlatform: boolean): Promise<SourceStatus[]> {
  return (await listFeedStates(ctx)).map((state) => ({
    feed: state.feed,
    source: state.source,
    state: judgeSource(state),
    last_ok_at: state.lastOkAt?.toISOString() ?? null,
    last_tried_at: state.lastTriedAt.toISOString(),
    next_try_at: state.nextTryAt.toISOString(),
    failures: state.failures,
    fault_kind: state.faultKind,
    // The address of a source may hold the operator's key for it.
    fault: isPlatform ? state.fault : null,
  }));
}

/** When the worker was last seen at work. */
function latest(jobs: readonly JobStatus[]): string | null {
  return (
    jobs
      .flatMap(({ last_run }) => (last_run ? [last_run.finished_at] : []))
      .sort()
      .at(-1) ?? null
  );
}
