import type { QueryConfig } from "pg";
import type { AuditEntry, IdempotencyKey, Scope, UnitOfWork } from "@/lib/kernel/context";
import { auditStatement, scopeStatement } from "./database/statements";
import { beginTransaction, type Transaction } from "./database/transaction";
import { type Asker, type Claim, claimed, claimStatement, keepStatement } from "./idempotency";

/** Who is written into the audit log, and what the transaction sees at first. */
export type Opener = { actor: { kind: string; id: string }; requestId: string; scope: Scope; now(): Date };

/**
 * A unit of work on Postgres, on one connection. The transaction begins with the first `db()`, with its scope set for
 * row-level security before any other statement; audit entries and the answer kept for a repeat are written in it just
 * before the commit. What the ground itself says to the database is sent without waiting in between.
 */
export function openUnitOfWork(useCase: string, opener: Opener): UnitOfWork {
  let begun: Promise<Transaction> | undefined;
  let scope = opener.scope;
  let { actor } = opener;
  let kept: { key: IdempotencyKey; response: unknown } | undefined;
  const entries: AuditEntry[] = [];
  const effects: (() => void)[] = [];
  const afterwards: (() => Promise<void>)[] = [];
  const begin = () => {
    begun ??= beginTransaction(scope);
    return begun;
  };

  /** What is still to be written, as who did it, and the answer as who asked: the work may have gone on as somebody else. */
  function* closing(): Generator<QueryConfig> {
    const { requestId } = opener;
    if (entries.length > 0)
      yield auditStatement({ tenantId: scope.tenantId, actor, requestId, useCase, at: opener.now() }, entries);
    if (!kept) return;
    if (scope !== opener.scope) yield scopeStatement(opener.scope);
    yield keepStatement(askerOf(opener), kept.key, kept.response);
  }

  return {
    db: async () => (await begin()).client,
    async rescope(change) {
      scope = { ...scope, ...change };
      if (begun) await (await begun).ask(scopeStatement(scope));
    },
    audit: (entry) => void entries.push(entry),
    actAs(userId) {
      actor = { kind: "person", id: userId };
    },
    async claim(key) {
      const [claim] = await (await begin()).ask<Claim>(claimStatement(askerOf(opener), key));
      return claimed(key, claim);
    },
    keep: async (key, response) => {
      kept = { key, response };
    },
    afterCommit: (effect) => void effects.push(effect),
    afterRollback: (effect) => void afterwards.push(effect),
    async commit() {
      const last = [...closing()];
      if (begun || last.length > 0) await (await begin()).commit(last);
      for (const effect of effects) effect();
    },
    async rollback() {
      await begun?.then((transaction) => transaction.rollback()).catch(() => undefined);
      for (const effect of afterwards) await effect();
    },
  };
}

/** Whose answer a stored one is: the person's or their program's, which the policy knows by how it begins. */
const askerOf = ({ actor, scope: { tenantId, userId }, now }: Opener): Asker => ({
  tenantId,
  principal: userId === null || userId === actor.id ? actor.id : `${userId}:${actor.id}`,
  now: now(),
});
