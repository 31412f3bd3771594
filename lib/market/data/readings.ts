import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { FigureName, FigureValues } from "../core/figures";
import type { StoredReading } from "../core/reading";
import type { Source } from "../schemas";

type InUnit = { unit: UnitOfWork };

/** The latest believed reading of each figure and source. */
export async function listReadings(ctx: InUnit, figures?: readonly FigureName[]): Promise<StoredReading[]> {
  const db = await tx(ctx);
  const rows = await db.marketReading.findMany({
    ...(figures ? { where: { figure: { in: [...figures] } } } : {}),
    select: { figure: true, source: true, value: true, asOf: true, fetchedAt: true },
  });
  return rows.map((row) => ({
    ...row,
    figure: row.figure as FigureName,
    source: row.source as Source,
    value: row.value as FigureValues[FigureName],
  }));
}

/** Keeps each reading unless a later one of the same figure and source is there already. */
export async function saveReadings(ctx: InUnit, readings: readonly StoredReading[]): Promise<void> {
  if (readings.length === 0) return;
  const db = await tx(ctx);
  await db.$executeRaw`
    insert into market_readings (figure, source, value, as_of, fetched_at)
    select figure, source, value, as_of, fetched_at
    from jsonb_to_recordset(${JSON.stringify(readings.map(toRow))}::jsonb)
      as r(figure text, source text, value jsonb, as_of timestamptz, fetched_at timestamptz)
    on conflict (figure, source) do update
      set value = excluded.value, as_of = excluded.as_of, fetched_at = excluded.fetched_at
      where market_readings.fetched_at <= excluded.fetched_at and market_readings.as_of <= excluded.as_of`;
}

const toRow = ({ figure, source, value, asOf, fetchedAt }: StoredReading) => ({
  figure,
  source,
  value,
  as_of: asOf,
  fetched_at: fetchedAt,
});
