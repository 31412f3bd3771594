import type { QueryConfig } from "pg";
import type { AuditEntry, IdempotencyKey, Scope, UnitOfWork } from "@/lib/kernel/context";
import { auditStatement, scopeStatement } from "./database/statements";
import { beginTransaction, type Transaction } from "./database/transaction";
import { type NewEvent, newEvent, outboxStatement } from "./events/outbox";
import { announceEvents } from "./events/wake";
import { failpoint } from "./failpoint";
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
  let askedBy: string | null = null;
  let told = false;
  let entries: AuditEntry[] = [];
  let events: NewEvent[] = [];
  const effects: (() => void)[] = [];
  const afterwards: (() => Promise<void>)[] = [];
  const begin = () => {
    begun ??= beginTransaction(scope);
    return begun;
  };

  /** What was noted and isn't written yet, as who did it. */
  function* noted(): Generator<QueryConfig> {
    const of = { tenantId: scope.tenantId, actor, requestId: opener.requestId, useCase, at: opener.now() };
    if (entries.length > 0) yield auditStatement(of, entries);
    yield* tellings();
    entries = [];
    events = [];
  }

  /** A company's events are written as that company's, wherever the work has gone since. */
  function* tellings(): Generator<QueryConfig> {
    let seenAs = scope.tenantId;
    for (const [tenantId, told] of Map.groupBy(events, ({ event }) => event.tenant_id)) {
      if (tenantId !== seenAs) yield scopeStatement({ ...scope, tenantId });
      yield outboxStatement(told, askedBy);
      seenAs = tenantId;
    }
    if (seenAs !== scope.tenantId) yield scopeStatement(scope);
  }

  /** What ends the work; the answer is kept as who asked: the work may have gone on as somebody else. */
  function* closing(): Generator<QueryConfig> {
    yield* noted();
    if (!kept) return;
    if (scope !== opener.scope) yield scopeStatement(opener.scope);
    yield keepStatement(askerOf(opener), kept.key, kept.response);
  }

  const unit: UnitOfWork = {
    db: async () => (await begin()).client,
    async rescope(change) {
      scope = { ...scope, ...change };
      if (begun) await (await begun).ask(scopeStatement(scope));
    },
    audit: (entry) => void entries.push(entry),
    emit(type, occurrence) {
      const { tenantId, userId } = scope;
      events.push(newEvent(type, occurrence, { tenantId, userId, at: opener.now() }));
      told = true;
    },
    async flush() {
      const transaction = await begin();
      for (const statement of noted()) await transaction.ask(statement);
    },
    actAs(userId) {
      actor = { kind: "person", id: userId };
    },
    async claim(key) {
      askedBy = key.key;
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
      if (told) announceEvents();
      await failpoint("unit.committed");
      for (const effect of effects) effect();
    },
    async rollback() {
      await begun?.then((transaction) => transaction.rollback()).catch(() => undefined);
      for (const effect of afterwards) await effect();
    },
  };
  transactions.set(unit, begin);
  return unit;
}

const transactions = new WeakMap<UnitOfWork, () => Promise<Transaction>>();

/** One statement of the platform's own in the transaction of a unit of work, past Prisma; gives its rows. */
export async function ask<Row>({ unit }: { unit: UnitOfWork }, statement: QueryConfig): Promise<Row[]> {
  const begin = transactions.get(unit);
  if (!begin) throw new Error("This unit of work is on no database.");
  return (await begin()).ask<Row>(statement);
}

/** Whose answer a stored one is: the person's or their program's, which the policy knows by how it begins. */
const askerOf = ({ actor, scope: { tenantId, userId }, now }: Opener): Asker => ({
  tenantId,
  principal: userId === null || userId === actor.id ? actor.id : `${userId}:${actor.id}`,
  now: now(),
});
