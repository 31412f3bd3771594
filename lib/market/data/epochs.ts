import { EPOCH_BLOCKS } from "@/lib/kernel/bitcoin/epochs";
import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { EpochRow } from "../core/history";
import type { KnownEpoch } from "../core/next-adjustment";
import { type Origin, Origin as Origins } from "../schemas";
import type { SaveCount } from "./days";

type InUnit = { unit: UnitOfWork };

const RANKS = Origins.options;

/** Keeps the beginnings of epochs; an epoch only gives way to the same or a stronger origin. */
export async function saveEpochs(
  ctx: InUnit,
  epochs: readonly EpochRow[],
  from: { origin: Origin; source: string; now: Date },
): Promise<SaveCount> {
  const unique = [...new Map(epochs.map((epoch) => [epoch.startHeight, epoch])).values()];
  if (unique.length === 0) return { inserted: 0, updated: 0, unchanged: 0 };
  const db = await tx(ctx);
  const rows = await db.$queryRaw<{ inserted: boolean }[]>`
    insert into difficulty_epochs as old
      (epoch, start_height, start_time, difficulty, change_pct, origin, source, updated_at)
    select start_height / ${EPOCH_BLOCKS}::int, start_height, start_time, difficulty, change_pct,
           ${from.origin}, ${from.source}, ${from.now}
    from unnest(${unique.map((row) => row.startHeight)}::int[], ${unique.map((row) => row.startTime)}::timestamptz[],
                ${unique.map((row) => row.difficulty)}::float8[], ${unique.map((row) => row.changePct)}::float8[])
      as offered(start_height, start_time, difficulty, change_pct)
    on conflict (epoch) do update
      set start_time = excluded.start_time, difficulty = excluded.difficulty, change_pct = excluded.change_pct,
          origin = excluded.origin, source = excluded.source, updated_at = excluded.updated_at
      where array_position(${RANKS}::text[], excluded.origin) >= array_position(${RANKS}::text[], old.origin)
        and (excluded.start_time, excluded.difficulty, excluded.change_pct, excluded.origin)
            is distinct from (old.start_time, old.difficulty, old.change_pct, old.origin)
    returning (xmax = 0) as inserted`;
  const inserted = rows.filter((row) => row.inserted).length;
  return { inserted, updated: rows.length - inserted, unchanged: unique.length - rows.length };
}

/** The last epochs that are known, newest first. */
export async function lastEpochs(ctx: InUnit, count: number): Promise<KnownEpoch[]> {
  const db = await tx(ctx);
  return db.difficultyEpoch.findMany({
    select: { startHeight: true, startTime: true, difficulty: true },
    orderBy: { epoch: "desc" },
    take: count,
  });
}

/** Every epoch that is known, oldest first. */
export async function allEpochs(ctx: InUnit): Promise<EpochRow[]> {
  const db = await tx(ctx);
  return db.difficultyEpoch.findMany({
    select: { startHeight: true, startTime: true, difficulty: true, changePct: true },
    orderBy: { epoch: "asc" },
  });
}
