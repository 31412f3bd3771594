import { query } from "../sql";
import type { Dead, Done, Ledger, Slot, Written } from "./check-history";

/** How many effects each group has. */
export async function countEffects(groups: readonly string[]): Promise<number[]> {
  const rows = await query<{ count: number }>(
    `select count(e.seq)::int as count from unnest($1::text[]) with ordinality as g (name, place)
     left join test_effects e on e.consumer_group = g.name group by g.place order by g.place`,
    [groups],
  );
  return rows.map(({ count }) => count);
}

/** Events that a group has neither done nor laid down, over all groups; those that are so many seconds old. */
export async function countUnsettled(prefix: string, groups: readonly string[], seconds = 0): Promise<number> {
  const [row] = await query<{ left: number }>(
    `select count(*)::int as left from event_outbox o cross join unnest($2::text[]) as g (name)
     where o.topic = 'events.ops' and starts_with(o.aggregate_key, $1)
       and o.created_at <= timezone('utc', clock_timestamp()) - make_interval(secs => $3)
       and not exists (select from test_effects e where e.consumer_group = g.name and e.event_id = o.event_id)
       and not exists (select from event_dlq d where d.consumer_group = g.name and d.event_id = o.event_id)`,
    [prefix, groups, seconds],
  );
  return row?.left ?? 0;
}

/** What the outbox has of a scenario. */
export const readWritten = (prefix: string): Promise<Written[]> =>
  query<Written>(
    `select event_id, aggregate_key as key, aggregate_version::int as version, tenant_id as tenant,
       (payload->'payload'->>'poison')::boolean as poison,
       coalesce(payload->'payload'->>'amount', payload->'payload'->'paid'->>'amount')::int as amount
     from event_outbox where topic = 'events.ops' and starts_with(aggregate_key, $1) order by id`,
    [prefix],
  );

export async function readHistory(prefix: string, groups: readonly string[]) {
  const written = await readWritten(prefix);
  const done = await query<Done>(
    `select consumer_group as group, event_id, key, version::int, tenant, seen_tenant from test_effects
     where consumer_group = any ($1) order by seq`,
    [groups],
  );
  const dead = await query<Dead>(
    "select consumer_group as group, event_id, reason from event_dlq where consumer_group = any ($1)",
    [groups],
  );
  const ledger = await query<Ledger>(
    "select consumer_group as group, event_id, amount::int from test_ledger where consumer_group = any ($1)",
    [groups],
  );
  return { written, done, dead, ledger };
}

/** Every second of a job from its first slot to its last one, with the effects of each. */
export const readSlots = (job: string): Promise<Slot[]> =>
  query<Slot>(
    `with mine as (select slot from effects where job = $1)
     select $1 as job, second::text as slot, count(mine.slot)::int as runs
     from generate_series((select min(slot) from mine), (select max(slot) from mine), interval '1 second') as second
     left join mine on mine.slot = second group by second order by second`,
    [job],
  );
