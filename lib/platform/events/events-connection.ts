import { Client } from "pg";
import { heard } from "./wake";

/** A connection of the event platform's own: it sees all events, hears of new ones, and holds locks while it lives. */
export type EventsConnection = {
  client: Client;
  /** Names the cluster: a snapshot means nothing in another. */
  cluster: string;
  /** Resolves when the connection is no more. */
  lost: Promise<void>;
  close(): Promise<void>;
};

/** A process that stands still keeps its connection, and with it locks that others wait for: its silence ends it. */
const SILENCE_MS = "10000";

/** Throws when the database can't be reached. Who opens it looks at the outbox all the time. */
export async function openEventsConnection(databaseUrl: string, name: string): Promise<EventsConnection> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: `hashinsight ${name}`,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // Readers of several topics share it.
    pipeline: true,
    keepAliveInitialDelayMillis: 5_000,
    // A connection that went silent must not hold the readers for good.
    query_timeout: 20_000,
  });
  const lost = new Promise<void>((resolve) => {
    client.once("end", resolve);
    client.once("error", () => resolve());
  });
  // Errors after the first have no other ear.
  client.on("error", () => undefined);
  client.on("notification", heard);
  const close = () => client.end().catch(() => undefined);
  try {
    await client.connect();
    // Its few statements go by an index each, by a plan made once. While a day is too young to have statistics Postgres would
    // rather look through it whole, sort it and let others help, and to plan over all days takes longer than to look.
    await client.query({
      text: `select set_config('app.scope', 'events', false), set_config('idle_session_timeout', $1, false),
        set_config('plan_cache_mode', 'force_generic_plan', false), set_config('enable_seqscan', 'off', false),
        set_config('enable_sort', 'off', false), set_config('max_parallel_workers_per_gather', '0', false)`,
      values: [SILENCE_MS],
    });
    await client.query("listen hashinsight_events");
    await client.query("listen hashinsight_sessions");
    return { client, cluster: await clusterOf(client), lost, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The cluster's own number; where this role may not read it, when it was started, which costs a second look at most. */
export async function clusterOf(client: Pick<Client, "query">): Promise<string> {
  const { rows } = await client.query<{ start: string; isNamed: boolean }>(
    `select 'since ' || pg_postmaster_start_time()::text as start,
       has_function_privilege('pg_control_system()', 'execute') as "isNamed"`,
  );
  const start = rows[0]?.start ?? "";
  if (!rows[0]?.isNamed) return start;
  const named = await client.query<{ id: string }>("select system_identifier::text as id from pg_control_system()");
  return named.rows[0]?.id ?? start;
}
