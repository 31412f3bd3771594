import type { DeadRow, DeadStats, ParkedKey } from "@/lib/platform/events/dead-list";

/** Columns that stand under one another. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

const NOTHING = ["Nothing is dead."];
const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
const minute = (time: Date) => `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;

export function statsLines(stats: readonly DeadStats[]): string[] {
  if (stats.length === 0) return NOTHING;
  const rows = stats.map(({ group, topic, failed, blocked, keys, oldest }) => [
    group,
    topic,
    String(failed),
    String(blocked),
    String(keys),
    minute(oldest),
  ]);
  return columns([["group", "topic", "failed", "blocked", "aggregates", "oldest"], ...rows]);
}

export function listLines(dead: readonly DeadRow[]): string[] {
  if (dead.length === 0) return NOTHING;
  const rows = dead.map((row) => [
    ...[minute(row.failed_at), row.event_id, row.group, row.kind, row.key, row.version],
    row.reason === "blocked"
      ? "waits behind the one that failed"
      : `${row.error_kind}: ${tellingLine(row.error_message ?? "")}`,
  ]);
  return columns([["failed at", "event", "group", "kind", "aggregate", "version", "why"], ...rows]);
}

/** Prisma says first which call of the code it was, then shows that, and last what was wrong; others say it first. */
function tellingLine(message: string): string {
  const lines = message.split("\n").filter((line) => line.trim() !== "");
  return (lines[0]?.startsWith("Invalid `") ? lines.at(-1) : lines[0])?.trim() ?? "";
}

export function showLines(rows: readonly (DeadRow & { value: string })[]): string[] {
  return rows.flatMap(({ value, ...row }) => [
    ...Object.entries(row).map(
      ([name, said]) => `${name.padEnd(15)} ${said instanceof Date ? minute(said) : (said ?? "")}`,
    ),
    JSON.stringify(JSON.parse(value), null, 2),
    "",
  ]);
}

export function keyLines(keys: readonly ParkedKey[], limit: number | undefined): string[] {
  if (keys.length === 0) return NOTHING;
  const all = keys.reduce((sum, { events }) => sum + events, 0);
  const bound = limit === undefined || limit >= all ? "" : ` (of which --limit lets ${limit} through)`;
  return [
    ...columns([
      ["group", "topic", "aggregate", "events"],
      ...keys.map((one) => [one.group, one.topic, one.key, String(one.events)]),
    ]),
    `Would replay ${counted(all, "event")} of ${counted(keys.length, "aggregate")}${bound}. Nothing was changed.`,
  ];
}
