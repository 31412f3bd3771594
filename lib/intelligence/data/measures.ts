import type { UnitOfWork } from "@/lib/kernel/context";
import { PERIOD_DAYS } from "@/lib/kernel/objectives";
import { tx } from "@/lib/platform/db";
import type { Measured } from "../core/burn-rate";
import type { Measures } from "../core/judge-objective";

const MINUTE_MS = 60_000;
/** In minutes. A minute that goes on is written every 15 s, so the shortest window is never without one. */
const WINDOWS = { "5m": 5, "1h": 60, "6h": 360, "3d": 4_320, "30d": PERIOD_DAYS * 1_440 } as const;

type Row = { objective: string } & Record<`${keyof typeof WINDOWS} ${keyof Measured}`, bigint | null>;

/** What was measured of each objective up to `now`, by window. */
export async function readMeasures(ctx: { unit: UnitOfWork }, now: Date): Promise<Map<string, Measures>> {
  const since = (window: keyof typeof WINDOWS) => new Date(now.getTime() - WINDOWS[window] * MINUTE_MS);
  const rows = await (await tx(ctx)).$queryRaw<Row[]>`
    select objective, sum(total) filter (where minute > ${since("5m")})::bigint as "5m total",
      sum(good) filter (where minute > ${since("5m")})::bigint as "5m good",
      sum(total) filter (where minute > ${since("1h")})::bigint as "1h total",
      sum(good) filter (where minute > ${since("1h")})::bigint as "1h good",
      sum(total) filter (where minute > ${since("6h")})::bigint as "6h total",
      sum(good) filter (where minute > ${since("6h")})::bigint as "6h good",
      sum(total) filter (where minute > ${since("3d")})::bigint as "3d total",
      sum(good) filter (where minute > ${since("3d")})::bigint as "3d good",
      sum(total)::bigint as "30d total", sum(good)::bigint as "30d good"
    from system_performance_logs where minute > ${since("30d")} and minute <= ${now} group by objective`;
  return new Map(rows.map((row) => [row.objective, measuresOf(row)]));
}

const measuresOf = (row: Row): Measures => {
  const of = (window: keyof typeof WINDOWS): Measured => ({
    total: Number(row[`${window} total`] ?? 0),
    good: Number(row[`${window} good`] ?? 0),
  });
  return { "5m": of("5m"), "1h": of("1h"), "6h": of("6h"), "3d": of("3d"), "30d": of("30d") };
};
