import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { log } from "./log";

/** Any number of our own, the same in every worker. */
const LOCK = 7_305_512;
const RETRY_MS = 2_000;

export type Leader = {
  isLeading(): boolean;
  /** Gives the lock back; another worker has it within a moment. */
  resign(): Promise<void>;
};

/**
 * Runs for the one leadership of the workers on a database: a session lock on a connection of its own, which Postgres
 * frees when the connection ends. It only saves work: two leaders for a moment must do no harm.
 * `onLead` is called each time the leadership is won.
 */
export function campaign(databaseUrl: string, onLead: () => void, retryMs: number = RETRY_MS): Leader {
  const resigned = new AbortController();
  const end = new Promise<void>((resolve) => resigned.signal.addEventListener("abort", () => resolve()));
  let leading = false;

  /** Holds the leadership for as long as one connection lives. */
  async function term(): Promise<void> {
    const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000, keepAlive: true });
    const lost = new Promise<void>((resolve) => {
      client.on("end", resolve);
      client.on("error", () => resolve());
    });
    const over = Promise.race([lost, end]);
    try {
      await client.connect();
      while (!resigned.signal.aborted && !leading) {
        const { rows } = await client.query("select pg_try_advisory_lock($1) as won", [LOCK]);
        leading = rows[0]?.won === true;
        if (leading) onLead();
        else await Promise.race([over, wait(retryMs, undefined, { signal: resigned.signal })]);
      }
      await over;
    } finally {
      leading = false;
      await client.end().catch(() => undefined);
    }
  }

  const career = (async () => {
    while (!resigned.signal.aborted) {
      await term().catch((error: unknown) => {
        if (!resigned.signal.aborted) log.warn({ err: error }, "the scheduler has no connection to the database");
      });
      if (!resigned.signal.aborted) await wait(retryMs, undefined, { signal: resigned.signal }).catch(() => undefined);
    }
  })();

  return {
    isLeading: () => leading,
    async resign() {
      resigned.abort();
      await career;
    },
  };
}
