import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { log } from "../log";

export const LEADER_LOCK = "event_scheduler_lock";

export type Lead = {
  /** The how many-th leadership it is: each has a higher number than all before. */
  epoch: bigint;
  /** Aborted when it is lost or given back. */
  over: AbortSignal;
};

export type Leader = {
  /** Gives the lock back; another worker has it within a moment. */
  resign(): Promise<void>;
};

/**
 * `beatMs`: how often the leader says a word and the others try; `silenceMs`: after so much silence Postgres ends the
 * leader's connection.
 */
export type Rhythm = { beatMs: number; silenceMs: number };
const RHYTHM: Rhythm = { beatMs: 2_000, silenceMs: 10_000 };

/**
 * Runs for the one leadership of the workers on a database: a session lock on a connection of its own, which Postgres
 * frees when that ends, also when its process stands still. It only saves work: who led before may not know yet that it
 * is over, so every write of a leader checks its epoch. `onLead` is called each time the leadership is won.
 */
export function campaign(databaseUrl: string, onLead: (lead: Lead) => void, rhythm: Rhythm = RHYTHM): Leader {
  const resigned = new AbortController();
  const career = (async () => {
    while (!resigned.signal.aborted) {
      await stand(databaseUrl, onLead, rhythm, resigned.signal).catch((error: unknown) => {
        if (!resigned.signal.aborted) log.warn({ err: error }, "the scheduler has no connection to the database");
      });
      await pause(rhythm.beatMs, resigned.signal);
    }
  })();
  return {
    async resign() {
      resigned.abort();
      await career;
    },
  };
}

/** Stands for election, and leads for as long as the connection lives. */
async function stand(url: string, onLead: (lead: Lead) => void, rhythm: Rhythm, resigned: AbortSignal): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    query_timeout: rhythm.silenceMs / 2,
    keepAlive: true,
  });
  const lost = new AbortController();
  for (const event of ["end", "error"] as const) client.on(event, () => lost.abort());
  const over = AbortSignal.any([lost.signal, resigned]);
  let leads = false;
  try {
    await client.connect();
    // A process that stands still keeps its connection: only its silence tells.
    const silence = String(rhythm.silenceMs);
    await client.query({ text: "select set_config('idle_session_timeout', $1, false)", values: [silence] });
    while (!over.aborted) {
      if (leads) await client.query("select 1");
      else if (await takesLock(client)) {
        leads = true;
        onLead({ epoch: await nextEpoch(client), over });
      }
      await pause(rhythm.beatMs, over);
    }
  } finally {
    lost.abort();
    await Promise.race([client.end().catch(() => undefined), wait(1_000)]);
    client.connection.stream.destroy();
  }
}

async function takesLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ won: boolean }>({
    text: "select pg_try_advisory_lock(hashtextextended($1, 0)) as won",
    values: [LEADER_LOCK],
  });
  return rows[0]?.won === true;
}

/** From here on whoever led before writes nothing more; what they commit at this moment is waited for. */
async function nextEpoch(client: Client): Promise<bigint> {
  const { rows } = await client.query<{ epoch: string }>({
    text: `insert into scheduler_leader_lock as held (name, epoch, holder, since) values ($1, 1, $2, now())
      on conflict (name) do update set epoch = held.epoch + 1, holder = excluded.holder, since = excluded.since
      returning epoch`,
    values: [LEADER_LOCK, `${hostname()}:${process.pid}`],
  });
  return BigInt(rows[0]?.epoch ?? 0);
}

const pause = (ms: number, over: AbortSignal): Promise<void> =>
  wait(ms, undefined, { signal: over }).catch(() => undefined);
