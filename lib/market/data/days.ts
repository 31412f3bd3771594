import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { DayValue, StoredDay } from "../core/history";
import { type Origin, Origin as Origins, type Series } from "../schemas";

type InUnit = { unit: UnitOfWork };

/** What became of the rows that were offered. */
export type SaveCount = { inserted: number; updated: number; unchanged: number };

/** Weakest first: a day only ever gives way to the same or a stronger origin. */
const RANKS = Origins.options;

/**
 * Keeps daily values. A stronger origin replaces a weaker one; among backfilled days the source that came first
 * stays, so that two sources don't take turns. The last of several values for one day counts.
 */
export async function saveDays(
  ctx: InUnit,
  days: readonly DayValue[],
  from: { origin: Origin; source: string; now: Date },
): Promise<SaveCount> {
  const unique = [...new Map(days.map((day) => [`${day.series} ${day.day}`, day])).values()];
  if (unique.length === 0) return { inserted: 0, updated: 0, unchanged: 0 };
  const db = await tx(ctx);
  const rank = (column: Prisma.Sql) => Prisma.sql`array_position(${RANKS}::text[], ${column})`;
  const rows = await db.$queryRaw<{ inserted: boolean }[]>`
    insert into market_days as old (series, day, value, origin, source, updated_at)
    select series, day, value, ${from.origin}, ${from.source}, ${from.now}
    from unnest(${unique.map((row) => row.series)}::text[], ${unique.map((row) => row.day)}::date[],
                ${unique.map((row) => row.value)}::float8[]) as offered(series, day, value)
    on conflict (series, day) do update
      set value = excluded.value, origin = excluded.origin, source = excluded.source, updated_at = excluded.updated_at
      where ${rank(Prisma.sql`excluded.origin`)} > ${rank(Prisma.sql`old.origin`)}
         or (excluded.origin = old.origin and (excluded.origin <> 'backfilled' or excluded.source = old.source)
             and (excluded.value, excluded.source) is distinct from (old.value, old.source))
    returning (xmax = 0) as inserted`;
  const inserted = rows.filter((row) => row.inserted).length;
  return { inserted, updated: rows.length - inserted, unchanged: unique.length - rows.length };
}

/** One series from a day on (or all of it), oldest first. */
export async function listDays(ctx: InUnit, series: Series, from: string | null): Promise<StoredDay[]> {
  const db = await tx(ctx);
  const rows = await db.marketDay.findMany({
    where: { series, ...(from ? { day: { gte: new Date(`${from}T00:00:00Z`) } } : {}) },
    select: { day: true, value: true, origin: true, source: true },
    orderBy: { day: "asc" },
  });
  return rows.map((row) => ({
    series,
    day: row.day.toISOString().slice(0, 10),
    value: row.value,
    origin: row.origin as Origin,
    source: row.source,
  }));
}

/** Series that hold at least `days` of real history from outside; few live days alone don't make a history. */
export async function seriesWithHistory(ctx: InUnit, days: number): Promise<Series[]> {
  const db = await tx(ctx);
  const rows = await db.$queryRaw<{ series: Series }[]>`
    select series from market_days where origin in ('imported', 'backfilled') group by series having count(*) >= ${days}`;
  return rows.map((row) => row.series);
}

/** Takes the simulated days of these series away. */
export async function dropSimulated(ctx: InUnit, series: readonly Series[]): Promise<number> {
  if (series.length === 0) return 0;
  const db = await tx(ctx);
  return (await db.marketDay.deleteMany({ where: { origin: "simulated", series: { in: [...series] } } })).count;
}

/** The last simulated day and its price and difficulty. */
export async function lastSimulated(
  ctx: InUnit,
): Promise<{ day: string; btcPrice: number; difficulty: number } | null> {
  const db = await tx(ctx);
  const [price, difficulty] = await Promise.all(
    (["btc_price", "difficulty"] as const).map((series) =>
      db.marketDay.findFirst({ where: { series, origin: "simulated" }, orderBy: { day: "desc" } }),
    ),
  );
  if (!price || !difficulty) return null;
  return { day: price.day.toISOString().slice(0, 10), btcPrice: price.value, difficulty: difficulty.value };
}

/** Some series between two days (inclusive), oldest first; a series without a day in there is an empty list. */
export async function readSeries<S extends Series>(
  ctx: InUnit,
  wanted: readonly S[],
  { from, to }: { from: string; to: string },
): Promise<Record<S, StoredDay[]>> {
  const db = await tx(ctx);
  // One row a series: some thousand days of it are read as columns.
  const rows = await db.$queryRaw<
    { series: S; days: string[]; values: number[]; origins: Origin[]; sources: string[] }[]
  >`
    select series, array_agg(day::text order by day) as days, array_agg(value order by day) as values,
           array_agg(origin order by day) as origins, array_agg(source order by day) as sources
    from market_days
    where series = any(${wanted}::text[]) and day between ${from}::date and ${to}::date
    group by series`;
  const found = new Map(
    rows.map(({ series, days, values, origins, sources }) => [
      series,
      days.map((day, index) => ({
        series,
        day,
        value: values[index] ?? Number.NaN,
        origin: origins[index] ?? "simulated",
        source: sources[index] ?? "",
      })),
    ]),
  );
  return Object.fromEntries(wanted.map((series) => [series, found.get(series) ?? []])) as unknown as Record<
    S,
    StoredDay[]
  >;
}

/** The first and the last day that a series knows; null where it knows none. */
export async function seriesRange(ctx: InUnit, series: Series): Promise<{ from: string; to: string } | null> {
  const db = await tx(ctx);
  const [row] = await db.$queryRaw<{ from: string | null; to: string | null }[]>`
    select min(day)::text as from, max(day)::text as to from market_days where series = ${series}`;
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}
