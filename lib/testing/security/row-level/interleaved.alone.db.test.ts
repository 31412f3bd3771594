import { randomInt, randomUUID } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import type { Scope } from "@/lib/kernel/context";
import { disconnectDatabase, pool, tx } from "@/lib/platform/db";
import { openUnitOfWork } from "@/lib/platform/unit-of-work";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";

const TENANTS = 120;
const ROUNDS = 3;

process.env.DATABASE_POOL_SIZE = "2";
const drop = await ownDatabase();
afterAll(async () => {
  await disconnectDatabase();
  await drop();
});

type Company = { tenantId: string; userId: string };

/** A company with one person and one of their keys. */
async function companies(): Promise<Company[]> {
  return query<Company>(
    `with made as (select gen_random_uuid() as tenant, gen_random_uuid() as person, n from generate_series(1, $1) as n),
       t as (insert into tenants (id, name, created_at) select tenant, 'Mine ' || n, now() from made),
       u as (insert into users (id, email, name, locale, created_at) select person, person || '@mine.example', 'P', 'en', now() from made)
     select tenant as "tenantId", person as "userId" from made`,
    [TENANTS],
  );
}

const unitOf = (company: Company | undefined) => {
  const scope: Scope = {
    tenantId: company?.tenantId ?? null,
    userId: company?.userId ?? null,
    ownOnly: false,
    lookup: null,
    work: "",
  };
  const actor = { kind: "person", id: company?.userId ?? "nobody" };
  return openUnitOfWork("test.interleaved", { actor, requestId: "r", scope, now: () => new Date() });
};

/** Everything that a unit sees of others, beside its own. */
async function seen(unit: ReturnType<typeof unitOf>) {
  const db = await tx({ unit });
  const usage = await db.apiUsage.findMany({ select: { tenantId: true, userId: true } });
  await turn();
  const tenants = await db.tenant.findMany({ select: { id: true } });
  const people = await db.user.findMany({ select: { id: true } });
  return { usage, tenants: tenants.map(({ id }) => id), people: people.map(({ id }) => id) };
}

async function work({ tenantId, userId }: Company, round: number): Promise<void> {
  const unit = unitOf({ tenantId, userId });
  const db = await tx({ unit });
  await db.apiUsage.createMany({
    data: [{ tenantId, userId, keyId: "", endpoint: `round ${round}`, date: new Date(), callsCount: 1 }],
  });
  for (let turns = randomInt(4); turns > 0; turns--) await turn();
  const { usage, tenants, people } = await seen(unit);
  expect(new Set(usage.map((row) => `${row.tenantId} ${row.userId}`))).toEqual(new Set([`${tenantId} ${userId}`]));
  expect(tenants).toEqual([tenantId]);
  expect(people).toEqual([userId]);
  // Half of them end in an error: what a rolled-back transaction had set must be gone as well.
  if (round % 2 === 1) await unit.rollback(new Error("as planned"));
  else await unit.commit();
}

describe("S3 row-level security › a hundred and twenty companies on two connections", () => {
  it("see what is theirs and nothing else, however their work interleaves", async () => {
    const all = await companies();
    const rounds = all.flatMap((company) => Array.from({ length: ROUNDS }, (_, round) => ({ company, round })));
    // At most twenty wait for a connection at once, as requests do; which of them gets one next is left to chance.
    const queue = rounds.toSorted(() => randomInt(3) - 1);
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        for (let next = queue.pop(); next; next = queue.pop()) await work(next.company, next.round);
      }),
    );
    expect(pool().totalCount).toBeLessThanOrEqual(2);
    const [kept] = await query<{ rows: number; tenants: number }>(
      "select count(*)::int as rows, count(distinct tenant_id)::int as tenants from api_usage",
    );
    expect(kept).toEqual({ rows: TENANTS * 2, tenants: TENANTS });
  });

  it("leave nothing behind on a connection", async () => {
    for (let count = 0; count < 10; count++) {
      const unit = unitOf(undefined);
      expect(await seen(unit)).toEqual({ usage: [], tenants: [], people: [] });
      await unit.commit();
      const { rows } = await pool().query(
        "select concat(current_setting('app.tenant_id', true), current_setting('app.user_id', true)) as left, (select count(*)::int from api_usage) as seen",
      );
      expect(rows).toEqual([{ left: "", seen: 0 }]);
    }
  });

  it("don't meet after one of them has gone on as another", async () => {
    const [first, second] = await companies().then((all) => all.slice(0, 2));
    if (!first || !second) throw new Error("no companies");
    const unit = unitOf(first);
    await unit.db();
    await unit.rescope({ tenantId: second.tenantId, userId: second.userId });
    expect((await seen(unit)).tenants).toEqual([second.tenantId]);
    await unit.rescope({ tenantId: randomUUID(), userId: null });
    expect((await seen(unit)).tenants).toEqual([]);
    await unit.commit();
  });
});
