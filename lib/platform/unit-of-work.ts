import type { AuditEntry, Scope, UnitOfWork } from "@/lib/kernel/context";
import type { Prisma } from "@/prisma/generated/client";
import { databaseFault } from "./database-fault";
import { prisma, setScope, type Tx } from "./db";
import { claimKey, keepAnswer } from "./idempotency";

const TRANSACTION_TIMEOUT_MS = 30_000;
const POOL_WAIT_MS = 5_000;

/** Who is written into the audit log, and what the transaction sees at first. */
export type Opener = { actor: { kind: string; id: string }; requestId: string; scope: Scope; now(): Date };

/**
 * A unit of work on Postgres. The transaction begins with the first `db()`, with its scope set for row-level security
 * before any other statement; audit entries are written in it just before the commit.
 */
export function openUnitOfWork(useCase: string, opener: Opener): UnitOfWork {
  let opened: Promise<Tx> | undefined;
  let finish: { commit(): void; rollback(cause: unknown): void } | undefined;
  let done: Promise<void> | undefined;
  let scope = opener.scope;
  const entries: AuditEntry[] = [];
  let { actor } = opener;
  const effects: (() => void)[] = [];
  const afterwards: (() => Promise<void>)[] = [];

  function open(): Promise<Tx> {
    opened ??= new Promise<Tx>((resolve, reject) => {
      done = prisma().$transaction(
        async (tx) => {
          await setScope(tx, scope);
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

  async function writeEntries(): Promise<void> {
    if (entries.length === 0) return;
    const db = await open();
    await db.auditLog.createMany({
      data: entries.map((entry) => ({
        tenantId: scope.tenantId,
        actorKind: actor.kind,
        actorId: actor.id,
        requestId: opener.requestId,
        useCase,
        entity: entry.entity,
        entityId: entry.id,
        ...(entry.before === undefined ? {} : { before: entry.before as Prisma.InputJsonValue }),
        ...(entry.after === undefined ? {} : { after: entry.after as Prisma.InputJsonValue }),
      })),
    });
  }

  return {
    db: open,
    async rescope(change) {
      scope = { ...scope, ...change };
      if (opened) await setScope(await opened, scope);
    },
    audit: (entry) => void entries.push(entry),
    actAs(userId) {
      actor = { kind: "person", id: userId };
    },
    claim: async (key) => claimKey(await open(), { ...key, ...askerOf(opener) }),
    async keep(key, response) {
      // The work may have gone on as somebody else; the answer belongs to who asked.
      const db = await open();
      if (scope !== opener.scope) await setScope(db, opener.scope);
      await keepAnswer(db, { ...key, ...askerOf(opener) }, response);
      if (scope !== opener.scope) await setScope(db, scope);
    },
    afterCommit: (effect) => void effects.push(effect),
    afterRollback: (effect) => void afterwards.push(effect),
    async commit() {
      await writeEntries();
      finish?.commit();
      await done;
      for (const effect of effects) effect();
    },
    async rollback(cause) {
      finish?.rollback(cause);
      await done?.catch(() => undefined);
      for (const effect of afterwards) await effect();
    },
  };
}

/** Whose answer a stored one is: the person's or their program's, which the policy knows by how it begins. */
const askerOf = ({ actor, scope: { tenantId, userId }, now }: Opener) => ({
  tenantId,
  principal: userId === null || userId === actor.id ? actor.id : `${userId}:${actor.id}`,
  now: now(),
});
