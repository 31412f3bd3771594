import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import { UserMinerChanged } from "@/lib/machines/events";
import { env } from "@/lib/platform/env";
import { openEventsConnection } from "@/lib/platform/events/events-connection";
import { allOf } from "@/lib/platform/events/position";
import { readOutbox } from "@/lib/platform/events/read-outbox";
import { systemCtx } from "@/lib/transport/ctx";
import { FACTS, fillOutbox } from "./backlog";
import { clearEvents, type Ground, withWorker } from "./ground";
import { monotonicMs } from "./monotonic-ms";
import { paced } from "./paced";

const PACE = { perSecond: 100, seconds: 5 };
const RUNS = 3;
const GROUP = "bench-growth";
const READINGS = 200;

/** With so much history: ms from the commit to the effect, and µs of the query that reads what is new; a list a run. */
export type Grown = { rows: number; toEffect: number[][]; readUs: number[][] };

/** The same small load over a short and a long history, all of it read. */
export async function growth(ground: Ground): Promise<Grown[]> {
  const sizes = [ground.backlog / 20, ground.backlog * 5];
  const found: Grown[] = [];
  await clearEvents(ground);
  let there = 0;
  for (const rows of sizes) {
    ground.say(`postgres: ${rows} rows of history`);
    await fillOutbox(ground.admin, rows - there);
    await readAll(ground.admin);
    there = rows;
    found.push({ rows, toEffect: await effects(ground), readUs: await readings(ground) });
  }
  return found;
}

/** As if the group had taken all that is there. */
async function readAll(admin: Client): Promise<void> {
  await admin.query(
    `insert into event_inbox (event_id, consumer_group) select event_id, $1 from event_outbox on conflict do nothing`,
    [GROUP],
  );
  await admin.query(
    `insert into event_keys (consumer_group, topic, aggregate_key, version)
     select $1, topic, aggregate_key, max(aggregate_version) from event_outbox group by topic, aggregate_key
     on conflict (consumer_group, topic, aggregate_key) do update set version = excluded.version`,
    [GROUP],
  );
  await admin.query(
    `insert into event_positions (consumer_group, topic, snapshot, cluster)
     select $1, $2, pg_current_snapshot()::text, system_identifier::text from pg_control_system()
     on conflict (consumer_group, topic) do update set snapshot = excluded.snapshot, pinned = null, after_id = 0`,
    [GROUP, UserMinerChanged.topic],
  );
}

/** Tells one event of a new aggregate, as a command of some company would. */
async function tell(): Promise<{ key: string; ackMs: number }> {
  const key = `portfolio:${crypto.randomUUID()}:${crypto.randomUUID()}`;
  const unit = systemCtx("bench").begin("bench.tell");
  unit.emit(UserMinerChanged, { entityId: crypto.randomUUID(), key, version: 1, payload: FACTS });
  await unit.commit();
  return { key, ackMs: monotonicMs() };
}

function effects(ground: Ground): Promise<number[][]> {
  return withWorker(ground, "postgres", { consumers: { group: GROUP }, names: true }, async (worker) => {
    const done = new Map<string, number>();
    worker.onTook(({ names, doneMs }) => {
      for (const { key } of names) done.set(key, doneMs);
    });
    const runs: number[][] = [];
    for (let run = -1; run < RUNS; run++) {
      const told = await paced(tell, PACE);
      while (!told.every(({ key }) => done.has(key))) await wait(10);
      // The first is the warm-up.
      if (run >= 0) runs.push(told.map(({ key, ackMs }) => Math.max(0, (done.get(key) ?? 0) - ackMs)));
    }
    return runs;
  });
}

/** One event is told, then read: the query alone. */
async function readings({ admin }: Ground): Promise<number[][]> {
  const connection = await openEventsConnection(env().DATABASE_URL, "bench");
  try {
    const { rows } = await admin.query<{ now: string }>("select pg_current_snapshot()::text as now");
    let position = allOf(rows[0]?.now ?? "");
    const read = async () => {
      await tell();
      const begun = performance.now();
      const { events, next } = await readOutbox(connection.client, [UserMinerChanged.topic], position, 500);
      const us = (performance.now() - begun) * 1_000;
      if (events.length !== 1) throw new Error(`${events.length} events were read, not the one that was told`);
      position = next;
      return us;
    };
    const runs: number[][] = [];
    for (let run = 0; run < RUNS; run++) {
      const times: number[] = [];
      for (let reading = 0; reading < READINGS; reading++) times.push(await read());
      runs.push(times);
    }
    return runs;
  } finally {
    await connection.close();
  }
}
