import type { JobRun } from "./job-schemas";

export type RunRow = Pick<JobRun, "kind" | "state" | "attempt" | "summary" | "fault"> & {
  job: string;
  scheduledFor: Date;
  requestedBy: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  faultKind: string | null;
};

/** A run as its row has it, for who may read what it said. */
export const toJobRun = ({ startedAt, finishedAt, ...run }: RunRow): JobRun => ({
  kind: run.kind,
  state: run.state,
  scheduled_for: run.scheduledFor.toISOString(),
  requested_by: run.requestedBy,
  attempt: run.attempt,
  started_at: startedAt?.toISOString() ?? null,
  finished_at: finishedAt?.toISOString() ?? null,
  duration_ms: startedAt && finishedAt ? Math.max(0, finishedAt.getTime() - startedAt.getTime()) : null,
  summary: run.summary,
  fault_kind: run.faultKind,
  fault: run.fault,
});
