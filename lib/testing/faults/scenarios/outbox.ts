import { setTimeout as wait } from "node:timers/promises";
import { keepOutbox } from "@/lib/platform/events/keep-outbox";
import { newEvent } from "@/lib/platform/events/outbox";
import { partOf } from "@/lib/platform/events/part-of";
import { RELAY, type Reader } from "@/lib/platform/events/positions";
import { Noted, until } from "../../events/ground";
import { query } from "../../sql";
import type { Run } from "../scenarios";
import type { Stage } from "../stage";

const KEEP_DAYS = 7;
const OLD_DAYS = [9, 8];
const DAY = "(now() at time zone 'utc')::date";

/** A partition of a day so long ago, with an event of each aggregate in it; gives its name. */
async function oldDay(daysAgo: number, version: number, keys: readonly string[]): Promise<string> {
  const [day] = await query<{ name: string; from: string; to: string }>(
    `select 'event_outbox_' || to_char(${DAY} - $1::int, 'YYYYMMDD') as name, (${DAY} - $1::int)::text as from, (${DAY} - $1::int + 1)::text as to`,
    [daysAgo],
  );
  if (!day) throw new Error("No day");
  await query(`create table ${day.name} partition of event_outbox for values from ('${day.from}') to ('${day.to}')`);
  for (const key of keys) await oldEvent(key, version, new Date(`${day.from}T12:00:00Z`));
  return day.name;
}

async function oldEvent(key: string, version: number, at: Date): Promise<void> {
  const occurrence = { entityId: key, key, version, payload: { note: "old", amount: 1 } };
  const { event, topic, value } = newEvent(Noted, occurrence, { tenantId: null, userId: null, at });
  await query("insert into test_aggregates values ($1, $2) on conflict (key) do update set version = $2", [
    key,
    version,
  ]);
  await query(
    `insert into event_outbox (event_id, kind, topic, entity_id, aggregate_key, aggregate_version, part, schema_version, payload, created_at)
     values ($1, $2, $3, $4, $4, $5, $6, 1, $7, $8::timestamptz at time zone 'utc')`,
    [event.event_id, event.kind, topic, key, version, partOf(key), value, at.toISOString()],
  );
}

const readersOf = ({ transport, groups }: Stage): Reader[] =>
  transport === "postgres" ? groups.map((group) => ({ group, topic: "events.ops" })) : [RELAY];

export const outboxFaults: Record<number, Run> = {
  /** The keeping goes on all the while: before anybody has read the old days it must leave them, and then drop them. */
  async 19(stage) {
    const keys = stage.keys(8);
    const days: string[] = [];
    for (const [at, daysAgo] of OLD_DAYS.entries()) days.push(await oldDay(daysAgo, at + 1, keys));
    await stage.remember();
    const load = await stage.load({ keys });
    const dropped: string[] = [];
    const keep = async () => dropped.push(...(await keepOutbox(readersOf(stage), KEEP_DAYS)).dropped);
    for (let early = 0; early < 5; early++) {
      await keep();
      await wait(200);
    }
    if (dropped.length > 0) throw new Error(`Dropped before anybody had read it: ${dropped.join(", ")}`);
    await stage.worker();
    await until(keep, () => days.every((day) => dropped.includes(day)), 60_000);
    await stage.over();
    await load.stop();
  },
};
