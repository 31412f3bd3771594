import type { ReplayItem } from "./schemas";

export type ReplayRow = {
  id: string;
  requestedAt: Date;
  requestedBy: string;
  reason: string;
  group: string | null;
  key: string | null;
  hours: number | null;
  most: number | null;
  planned: number | null;
  finishedAt: Date | null;
  replayed: number;
  failed: number;
  fault: string | null;
};

/** A replay as it is shown. One that failed again somewhere is not done: those events are dead still. */
export function toReplayItem(row: ReplayRow): ReplayItem {
  const { id, reason, group, hours, most, planned, replayed, failed, fault } = row;
  const isWhole = failed === 0 && fault === null;
  return {
    ...{ id, reason, group, hours, most, planned, replayed, failed, fault },
    requested_at: row.requestedAt.toISOString(),
    requested_by: row.requestedBy,
    aggregate_key: row.key,
    state: row.finishedAt === null ? "waiting" : isWhole ? "done" : "incomplete",
    finished_at: row.finishedAt?.toISOString() ?? null,
  };
}
