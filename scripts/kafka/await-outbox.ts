import { setTimeout as wait } from "node:timers/promises";
import { asUser } from "../postgres/provision";
import { runningDatabase } from "../postgres/running";

const LOOK_MS = 1_000;

/** The address of a user who may prepare replication: DATABASE_URL, else the embedded Postgres that runs on `dataDir`. */
export const knownDatabase = async (dataDir: string): Promise<string | undefined> =>
  process.env.DATABASE_URL?.trim() || (await runningDatabase(dataDir))?.superuserUrl;

/**
 * The address of a user who may prepare replication, as soon as the table of events is there. `undefined` when `stop`
 * comes first.
 */
export async function awaitOutbox(dataDir: string, stop: Promise<void>): Promise<string | undefined> {
  let isStopped = false;
  void stop.then(() => {
    isStopped = true;
  });
  for (let isTold = false; !isStopped; await Promise.race([stop, wait(LOOK_MS)])) {
    const url = await knownDatabase(dataDir);
    if (url !== undefined && (await hasOutbox(url))) return url;
    if (!isTold)
      console.error(
        `Waiting for a database with the table of events (EVENT_TRANSPORT=debezium npm start on ${dataDir}).`,
      );
    isTold = true;
  }
  return undefined;
}

async function hasOutbox(url: string): Promise<boolean> {
  const { rows } = await asUser(url, (client) => client.query("select to_regclass('public.event_outbox') as found"));
  return rows[0]?.found !== null;
}
