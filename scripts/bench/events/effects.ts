import type { Client } from "pg";

/** What an event does, here and with the peers: a row. */
export const EFFECT = `insert into bench_effects (consumer_group, event_id, key, version)
  select $1, id, key, version from unnest($2::uuid[], $3::text[], $4::bigint[]) as e (id, key, version)`;

export async function makeEffects(admin: Client): Promise<void> {
  await admin.query(`create table bench_effects (seq bigint generated always as identity primary key,
    consumer_group text not null, event_id uuid not null, key text not null, version bigint not null)`);
  await admin.query("grant select, insert on bench_effects to hashinsight_app");
}

export async function countEffects(admin: Client, group: string): Promise<number> {
  const { rows } = await admin.query<{ effects: number }>(
    "select count(*)::int as effects from bench_effects where consumer_group = $1",
    [group],
  );
  return rows[0]?.effects ?? 0;
}

/** Throws unless the group has every event's effect once, and those of each aggregate in their order. */
export async function checkEffects(admin: Client, group: string, wanted: number, inOrder = true): Promise<void> {
  const { rows } = await admin.query<{ effects: number; events: number; misplaced: number }>(
    `select count(*)::int as effects, count(distinct event_id)::int as events,
       count(*) filter (where version <> place)::int as misplaced
     from (select event_id, version, row_number() over (partition by key order by seq) as place
       from bench_effects where consumer_group = $1) as e`,
    [group],
  );
  const [found] = rows;
  const isRight = found?.effects === wanted && found.events === wanted && (found.misplaced === 0 || !inOrder);
  if (!isRight) throw new Error(`${group}: of ${wanted} events there are ${JSON.stringify(found)}`);
}
