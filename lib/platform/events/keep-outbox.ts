import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@/lib/kernel/errors";
import { databaseFault } from "../database-fault";
import { pool } from "../db";
import { clusterOf } from "./events-connection";
import { inEvents } from "./in-events";
import type { Reader } from "./positions";

const DAYS_AHEAD = 3;
/** Rows of the inbox a transaction, and transactions a run: what is left waits for the next one. */
const BATCH = 5_000;
const ROUNDS = 100;
/** How often a lock is asked for that others hold, and the pause between; each waits half a second by itself. */
const TRIES = 5;
const PAUSE_MS = 200;

/** What was done: partitions made, partitions dropped by name, rows taken out of the inbox. */
export type Kept = { made: number; dropped: string[]; forgotten: number };

/**
 * Keeps the outbox in days: makes those ahead, drops those that are older than `keepDays` and that all `readers` have read,
 * and forgets what was taken longer ago than that, which can't come again. Throws `unavailable` when its turn didn't come
 * between the writers.
 */
export async function keepOutbox(readers: readonly Reader[], keepDays: number): Promise<Kept> {
  const made = await patiently(() => makeDays());
  const dropped: string[] = [];
  for (;;) {
    const part = await patiently(() => dropDay(readers, keepDays));
    if (part === null) break;
    dropped.push(part);
  }
  return { made, dropped, forgotten: await forget(keepDays + 1) };
}

async function makeDays(): Promise<number> {
  const { rows } = await pool().query<{ made: number }>("select outbox_make_days($1) as made", [DAYS_AHEAD]);
  return rows[0]?.made ?? 0;
}

async function dropDay(readers: readonly Reader[], keepDays: number): Promise<string | null> {
  const { rows } = await pool().query<{ part: string | null }>("select outbox_drop_day($1, $2, $3, $4) as part", [
    keepDays,
    readers.map(({ group }) => group),
    readers.map(({ topic }) => topic),
    await clusterOf(pool()),
  ]);
  return rows[0]?.part ?? null;
}

/** In small transactions, so that nobody waits behind it. */
async function forget(days: number): Promise<number> {
  let forgotten = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const gone = await inEvents((transaction) =>
      transaction.ask({
        name: "inbox-forget",
        text: `delete from event_inbox where ctid = any (array(
          select ctid from event_inbox where processed_at < clock_timestamp() - make_interval(days => $1) limit $2))
          returning 1`,
        values: [days, BATCH],
      }),
    );
    forgotten += gone.length;
    if (gone.length < BATCH) break;
  }
  return forgotten;
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const known = databaseFault(error);
      if (tries === TRIES || !(known instanceof AppError && known.code === "unavailable")) throw known;
    }
    await wait(PAUSE_MS);
  }
}
