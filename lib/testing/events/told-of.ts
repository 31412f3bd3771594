import type { BusEvent } from "@/lib/kernel/event";
import { query } from "../sql";

type Told = Pick<BusEvent, "kind" | "tenant_id" | "user_id" | "payload"> & { version: number; topic: string };

/** What the outbox tells of an aggregate, in the order in which it was told. */
export const toldOf = (aggregateKey: string): Promise<Told[]> =>
  query<Told>(
    `select kind, topic, aggregate_version::int as version, tenant_id, user_id, payload -> 'payload' as payload
     from event_outbox where aggregate_key = $1 order by id`,
    [aggregateKey],
  );
