import { pool, poolUse } from "../db";
import { isDraining } from "../lifecycle";
import { log } from "../log";
import { cacheCounts } from "./cache-counts";
import { countObjective, takeObjectives } from "./objective-counts";

const FLUSH_MS = 15_000;
/** How often the pool is looked at. A process that is told to stop has a few seconds left, so it looks as often at that. */
const LOOK_MS = 1_000;
const POOL_FULL = 0.8;

/** Writes down what was counted, into the minute's row that all processes share; what can't be written is counted on. */
export async function flushObjectives(): Promise<void> {
  const taken = takeObjectives();
  if (taken.length === 0) return;
  try {
    await pool().query({
      name: "objectives-add",
      text: `insert into system_performance_logs as log (minute, objective, total, good)
        select date_trunc('minute', clock_timestamp()), objective, total, good
        from unnest($1::text[], $2::bigint[], $3::bigint[]) as counted (objective, total, good) order by objective
        on conflict (objective, minute) do update set total = log.total + excluded.total, good = log.good + excluded.good`,
      values: [taken.map(({ objective }) => objective), taken.map(({ total }) => total), taken.map(({ good }) => good)],
    });
  } catch (err) {
    log.warn({ err, objectives: taken.length }, "how objectives were kept could not be written down: counted on");
    for (const { objective, total, good } of taken) countObjective(objective, total, good);
  }
}

/** Looks at the pool and the cache of this process, and writes down every 15 s how objectives were kept, until stopped. */
export function keepObjectives(): { stop(): Promise<void> } {
  let lastMs = Date.now();
  let lastCache = cacheCounts();
  let writing: Promise<void> | undefined;
  const look = () => {
    lookAtPool();
    if (writing || (Date.now() - lastMs < FLUSH_MS && !isDraining())) return;
    lastMs = Date.now();
    lastCache = lookAtCache(lastCache);
    writing = flushObjectives().finally(() => {
      writing = undefined;
    });
  };
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await writing;
      lookAtCache(lastCache);
      await flushObjectives();
    },
  };
}

function lookAtPool(): void {
  const { busy, waiting, size } = poolUse();
  countObjective("pool_use", 1, waiting === 0 && busy <= size * POOL_FULL ? 1 : 0);
}

function lookAtCache(last: { hits: number; misses: number }) {
  const now = cacheCounts();
  const hits = now.hits - last.hits;
  countObjective("cache_hits", hits + now.misses - last.misses, hits);
  return now;
}
