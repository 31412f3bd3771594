import type { QueryConfig } from "pg";
import type { AuditEntry, IdempotencyKey, Scope, UnitOfWork } from "@/lib/kernel/context";
import { auditStatement, scopeStatement } from "./database/statements";
import { beginTransaction, type Transaction } from "./database/transaction";
import { type NewEvent, newEvent, outboxStatement } from "./events/outbox";
import { announceEvents, announceWork } from "./events/wake";
import { failpoint } from "./failpoint";
import { type Asker, type Claim, claimed, claimStatement, keepStatement } from "./idempotency";
import { tracePast } from "./tracing/traced";
import { enqueueStatement, type NewWork, newWork } from "./work/enqueue";

/** Of many events in one transaction its span names some. */
const MOST_NAMED = 20;

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
  let beganAt = 0;
  const told: string[] = [];
  let entries: AuditEntry[] = [];
  let events: NewEvent[] = [];
  let works: NewWork[] = [];
  let asksForWork = false;
  const effects: (() => void)[] = [];
  const afterwards: (() => Promise<void>)[] = [];
  const begin = () => {
    if (!begun) beganAt = Date.now();
    begun ??= beginTransaction(scope);
    return begun;
  };
  /** Its span, whose events lead to those of who takes them. */
  const trace = (error?: unknown) => {
    const of = { use_case: useCase, request_id: opener.requestId, event_ids: told.slice(0, MOST_NAMED).join(" ") };
    if (begun) tracePast("transaction", beganAt, of, error);
  };

  /** What was noted and isn't written yet, as who did it. */
  function* noted(): Generator<QueryConfig> {
    const of = { tenantId: scope.tenantId, actor, requestId: opener.requestId, useCase, at: opener.now() };
    if (entries.length > 0) yield auditStatement(of, entries);
    yield* tellings();
    yield* works.map(enqueueStatement);
    entries = [];
    events = [];
    works = [];
  }

  /** A company's events are written as that company's, wherever the work has gone since. */
  function* tellings(): Generator<QueryConfig> {
    let seenAs = scope.tenantId;
    for (const [tenantId, theirs] of Map.groupBy(events, ({ event }) => event.tenant_id)) {
      if (tenantId !== seenAs) yield scopeStatement({ ...scope, tenantId });
      yield outboxStatement(theirs, askedBy);
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
      if (begun) (await begun).tell(scopeStatement(scope));
    },
    audit: (entry) => void entries.push(entry),
    emit(type, occurrence) {
      const { tenantId, userId } = scope;
      const made = newEvent(type, occurrence, { tenantId, userId, at: opener.now() });
      events.push(made);
      told.push(made.event.event_id);
    },
    enqueue(type, input, asked) {
      const { tenantId, userId } = scope;
      const made = newWork(type, input, { tenantId, userId, ...asked, at: opener.now() });
      works.push(made);
      asksForWork = true;
      return made.id;
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
      if (told.length > 0) announceEvents();
      if (asksForWork) announceWork();
      trace();
      await failpoint("unit.committed");
      for (const effect of effects) effect();
    },
    async rollback(cause) {
      if (cause !== undefined) trace(cause);
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
