/** A `pg_snapshot`: every transaction from `xmax` on had not begun, and those of `running` were not committed. */
export type Snapshot = { xmax: string; running: string[] };

/** Reads Postgres's text of one, `xmin:xmax:a,b,…`. Throws for anything else. */
export function parseSnapshot(text: string): Snapshot {
  const [, xmax, running] = /^\d+:(\d+):((?:\d+(?:,\d+)*)?)$/.exec(text) ?? [];
  if (xmax === undefined || running === undefined) throw new Error(`"${text}" is not a snapshot of Postgres.`);
  return { xmax, running: running === "" ? [] : running.split(",") };
}
