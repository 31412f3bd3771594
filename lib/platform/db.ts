import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import type { Scope, UnitOfWork } from "@/lib/kernel/context";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";

/** The client inside a unit of work: every statement of a use case runs in its one transaction. */
export type Tx = Prisma.TransactionClient;

const POOL_WAIT_MS = 5_000;
/** A statement that takes longer is ended: nothing of the product's takes seconds, and a queue of them takes the pool. */
const STATEMENT_TIMEOUT_MS = 25_000;

declare global {
  // Next's development server reloads modules; the pool must survive that.
  var hashinsightDatabase: { pool: Pool; prisma: PrismaClient } | undefined;
}

function database(): { pool: Pool; prisma: PrismaClient } {
  globalThis.hashinsightDatabase ??= open();
  return globalThis.hashinsightDatabase;
}

function open() {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL_SIZE,
    connectionTimeoutMillis: POOL_WAIT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  });
  // A connection that breaks while nobody uses it is replaced; without an ear the process would end.
  pool.on("error", () => undefined);
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

/** The pool itself, for what is one statement outside of any unit of work. Only `lib/platform` and `data/` may ask. */
export const pool = (): Pool => database().pool;

/** Prisma on the same pool. */
export const prisma = (): PrismaClient => database().prisma;

/** The transaction of the running use case. Only `data/` files call this. */
export async function tx(ctx: { unit: UnitOfWork }): Promise<Tx> {
  return (await ctx.unit.db()) as Tx;
}

/** Sets what the rest of the transaction sees; gone with it. */
export async function setScope(db: Tx, scope: Scope): Promise<void> {
  await db.$executeRaw`select set_config('app.tenant_id', ${scope.tenantId ?? ""}, true),
    set_config('app.user_id', ${scope.userId ?? ""}, true), set_config('app.own_only', ${scope.ownOnly ? "on" : ""}, true),
    set_config('app.lookup', ${scope.lookup ?? ""}, true), set_config('app.scope', ${scope.work}, true)`;
}

/** Answers within `timeoutMs` whether the database does; never throws. */
export async function databaseAnswers(timeoutMs = 2_000): Promise<{ ok: boolean; responseTimeMs: number }> {
  const started = performance.now();
  const timeout = new Promise<false>((resolve) => setTimeout(resolve, timeoutMs, false).unref());
  const ping = pool()
    .query("select 1")
    .then(
      () => true,
      () => false,
    );
  return { ok: await Promise.race([ping, timeout]), responseTimeMs: performance.now() - started };
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
  await open?.prisma.$disconnect();
  if (open && !open.pool.ended) await open.pool.end();
}
