import { PrismaPg } from "@prisma/adapter-pg";
import type { AuditEntry, UnitOfWork } from "@/lib/kernel/context";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";
import { databaseFault } from "./database-fault";
import { env } from "./env";

/** The client inside a unit of work: every statement of a use case runs in its one transaction. */
export type Tx = Prisma.TransactionClient;

const TRANSACTION_TIMEOUT_MS = 30_000;
const POOL_WAIT_MS = 5_000;

declare global {
  // Next's development server reloads modules; the pool must survive that.
  var hashinsightPrisma: PrismaClient | undefined;
}

function client(): PrismaClient {
  globalThis.hashinsightPrisma ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL_SIZE,
      connectionTimeoutMillis: POOL_WAIT_MS,
    }),
  });
  return globalThis.hashinsightPrisma;
}

/** The transaction of the running use case. Only `data/` files call this. */
export async function tx(ctx: { unit: UnitOfWork }): Promise<Tx> {
  return (await ctx.unit.db()) as Tx;
}

/** Answers within `timeoutMs` whether the database does; never throws. */
export async function databaseAnswers(timeoutMs = 2_000): Promise<{ ok: boolean; responseTimeMs: number }> {
  const started = performance.now();
  const timeout = new Promise<false>((resolve) => setTimeout(resolve, timeoutMs, false).unref());
  const ping = client().$queryRaw`select 1`.then(
    () => true,
    () => false,
  );
  return { ok: await Promise.race([ping, timeout]), responseTimeMs: performance.now() - started };
}

/** The names of the migrations that the database has; none when it has no schema yet. */
export async function readAppliedMigrations(): Promise<string[]> {
  const rows = await client().$queryRaw<{ name: string }[]>`select migration_name as name from _prisma_migrations
      where finished_at is not null and rolled_back_at is null`.catch(() => []);
  return rows.map(({ name }) => name);
}

export async function disconnectDatabase(): Promise<void> {
  await globalThis.hashinsightPrisma?.$disconnect();
  globalThis.hashinsightPrisma = undefined;
}

type Who = { tenantId: string | null; actor: { kind: string; id: string }; requestId: string };

/**
 * A unit of work on Postgres. The transaction begins with the first `db()`, with the tenant set for row-level
 * security before any other statement; audit entries are written in it just before the commit.
 */
export function openUnitOfWork(useCase: string, who: Who): UnitOfWork {
  let opened: Promise<Tx> | undefined;
  let finish: { commit(): void; rollback(cause: unknown): void } | undefined;
  let done: Promise<void> | undefined;
  const entries: AuditEntry[] = [];

  function open(): Promise<Tx> {
    opened ??= new Promise<Tx>((resolve, reject) => {
      done = client().$transaction(
        async (tx) => {
          await tx.$executeRaw`select set_config('app.tenant_id', ${who.tenantId ?? ""}, true)`;
          const end = new Promise<void>((commit, rollback) => {
            finish = { commit, rollback };
          });
          resolve(tx);
          await end;
        },
        { timeout: TRANSACTION_TIMEOUT_MS, maxWait: POOL_WAIT_MS },
      );
      done.catch((error) => reject(databaseFault(error)));
    });
    return opened;
  }

  return {
    db: open,
    audit: (entry) => void entries.push(entry),
    async commit() {
      if (entries.length > 0) {
        const db = await open();
        await db.auditLog.createMany({
          data: entries.map((entry) => ({
            tenantId: who.tenantId,
            actorKind: who.actor.kind,
            actorId: who.actor.id,
            requestId: who.requestId,
            useCase,
            entity: entry.entity,
            entityId: entry.id,
            ...(entry.before === undefined ? {} : { before: entry.before as Prisma.InputJsonValue }),
            ...(entry.after === undefined ? {} : { after: entry.after as Prisma.InputJsonValue }),
          })),
        });
      }
      finish?.commit();
      await done;
    },
    async rollback(cause) {
      finish?.rollback(cause);
      await done?.catch(() => undefined);
    },
  };
}
