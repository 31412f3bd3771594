import { Pool } from "pg";
import type { UnitOfWork } from "@/lib/kernel/context";
import type { Prisma } from "@/prisma/generated/client";
import { env } from "./env";
import { singleFlight } from "./single-flight";
import { within } from "./within";

/** The client inside a unit of work: every statement of a use case runs in its one transaction. */
export type Tx = Prisma.TransactionClient;

const POOL_WAIT_MS = 5_000;
/** A statement that takes longer is ended: nothing of the product's takes seconds, and a queue of them takes the pool. */
const STATEMENT_TIMEOUT_MS = 25_000;

/** A transaction that nobody goes on with is ended, and with it the locks that it holds. */
const IDLE_TRANSACTION_MS = 30_000;
/** A connection costs some ten milliseconds to open, with what it keeps prepared; nobody shall wait for that each time. */
const IDLE_CONNECTION_MS = 5 * 60_000;

declare global {
  // Next's development server reloads modules; the pool must survive that.
  var hashinsightDatabase: Pool | undefined;
}

function open(): Pool {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL_SIZE,
    connectionTimeoutMillis: POOL_WAIT_MS,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
    // What is sent without waiting for the last answer goes out at once.
    pipeline: true,
  });
  // A connection that breaks while nobody uses it is replaced; without an ear the process would end.
  pool.on("error", () => undefined);
  // Nor one that breaks as it is handed out, when the pool listens no more and who gets it not yet.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/**
 * The connections of this process. Only `lib/platform` and `data/` may ask: for what is one statement outside of any
 * unit of work.
 */
export function pool(): Pool {
  globalThis.hashinsightDatabase ??= open();
  return globalThis.hashinsightDatabase;
}

/** How many connections of this process are busy and idle, how many requests wait for one, and how many there may be. */
export function poolUse(): { busy: number; idle: number; waiting: number; size: number } {
  const { totalCount = 0, idleCount: idle = 0, waitingCount: waiting = 0 } = globalThis.hashinsightDatabase ?? {};
  return { busy: totalCount - idle, idle, waiting, size: env().DATABASE_POOL_SIZE };
}

/** The transaction of the running use case. Only `data/` files call this. */
export async function tx(ctx: { unit: UnitOfWork }): Promise<Tx> {
  return (await ctx.unit.db()) as Tx;
}

const ping = singleFlight(() => pool().query("select 1"));

/** Answers within `timeoutMs` whether the database does; never throws. */
export async function databaseAnswers(timeoutMs = 2_000): Promise<{ ok: boolean; responseTimeMs: number }> {
  const started = performance.now();
  const answer = await within(timeoutMs, ping());
  return { ok: answer !== undefined, responseTimeMs: performance.now() - started };
}

/** The names of the migrations that the database has; none when it has no schema yet. */
export async function readAppliedMigrations(): Promise<string[]> {
  const { rows } = await pool()
    .query<{ name: string }>(
      `select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`,
    )
    .catch(() => ({ rows: [] }));
  return rows.map(({ name }) => name);
}

export async function disconnectDatabase(): Promise<void> {
  const open = globalThis.hashinsightDatabase;
  globalThis.hashinsightDatabase = undefined;
  if (open && !open.ended) await open.end();
}
