import { randomUUID } from "node:crypto";
import { Pool, type PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env } from "@/lib/platform/env";
import { ownDatabase } from "@/lib/testing/own-database";
import { query, sql } from "@/lib/testing/sql";
import { systemCtx } from "@/lib/transport/ctx";
import { sealAudit } from "./seal-audit";

let pool: Pool;
let stop: () => Promise<void>;
beforeAll(async () => {
  stop = await ownDatabase();
  pool = new Pool({ connectionString: env().DATABASE_URL, max: 40 });
  // Connections that are closing still when the database is dropped.
  pool.on("connect", (client) => client.on("error", () => undefined));
});
afterAll(async () => {
  await pool.end();
  await stop();
});

const seal = (batch = 5_000) => sealAudit.execute(systemCtx("test"), { batch });

/** A transaction of the runtime role in a company, as a use case has it. */
async function begin(tenantId: string | null): Promise<PoolClient> {
  const client = await pool.connect();
  await client.query("begin");
  await client.query("select set_config('app.tenant_id', $1, true)", [tenantId ?? ""]);
  return client;
}

async function write(client: PoolClient, tenantId: string | null, entityId: string): Promise<void> {
  await client.query(
    `insert into audit_log (at, tenant_id, actor_kind, actor_id, request_id, use_case, entity, entity_id, after)
     values (now(), $1, 'system', 'test', 'test', 'test.thing.change', 'thing', $2, '{"n": 1}')`,
    [tenantId, entityId],
  );
}

async function end(client: PoolClient, how: "commit" | "rollback"): Promise<void> {
  await client.query(how);
  client.release();
}

/** Entries of a chain in its order, with what the sealer made of them. */
const chainOf = (chain: string) =>
  query<{ seq: string; entity_id: string; prev_hash: string; hash: string }>(
    `select seq, entity_id, prev_hash, hash from audit_chain c join audit_log l on l.id = c.audit_id where chain = $1 order by seq`,
    [chain],
  );

const names = async (chain: string) => (await chainOf(chain)).map(({ entity_id }) => entity_id);

describe("S22 audit chain › sealing", () => {
  it("seals first what was there before, in batches, and the platform's own in a chain of its own", async () => {
    const tenantId = randomUUID();
    for (const owner of [tenantId, null]) {
      const client = await begin(owner);
      for (let n = 1; n <= 7; n++) await write(client, owner, `early-${n}`);
      await end(client, "commit");
    }
    expect(await seal(3)).toEqual({ sealed: 14, batches: 5 });
    const expected = Array.from({ length: 7 }, (_, n) => `early-${n + 1}`);
    expect(await names(tenantId)).toEqual(expected);
    expect(await names("platform")).toEqual(expected);
    expect((await chainOf(tenantId))[0]?.prev_hash).toBe("0".repeat(64));
    expect(await seal()).toEqual({ sealed: 0, batches: 0 });
  });

  it("finds what was written early and committed late, once and at once", async () => {
    const tenantId = randomUUID();
    const slow = await begin(tenantId);
    await write(slow, tenantId, "slow");
    const quick = await begin(tenantId);
    await write(quick, tenantId, "quick");
    await end(quick, "commit");
    expect((await seal()).sealed).toBe(1);
    expect((await seal()).sealed).toBe(0);
    const lost = await begin(tenantId);
    await write(lost, tenantId, "lost");
    await end(lost, "rollback");
    await end(slow, "commit");
    expect((await seal()).sealed).toBe(1);
    expect(await names(tenantId)).toEqual(["quick", "slow"]);
  });

  it("writes nothing in a quiet second", async () => {
    await seal();
    const [before] = await sql<{ snapshot: string }>`select snapshot from audit_sealer`;
    await query("select pg_current_xact_id()");
    await seal();
    const [after] = await sql<{ snapshot: string }>`select snapshot from audit_sealer`;
    expect(after).toEqual(before);
  });

  it("never doubles or skips where several seal at once", async () => {
    const tenantId = randomUUID();
    const client = await begin(tenantId);
    for (let n = 0; n < 60; n++) await write(client, tenantId, String(n));
    await end(client, "commit");
    const done = await Promise.all(Array.from({ length: 4 }, () => seal(7)));
    expect(done.reduce((sum, { sealed }) => sum + sealed, 0)).toBe(60);
    expect(await names(tenantId)).toEqual(Array.from({ length: 60 }, (_, n) => String(n)));
  });

  it("looks through everything again in another cluster, whatever transaction numbers came with the rows", async () => {
    const tenantId = randomUUID();
    const client = await begin(tenantId);
    await write(client, tenantId, "before the move");
    await end(client, "commit");
    await seal();
    await query("set session_replication_role = replica; update audit_log set xid = '4000000000'");
    await sql`update audit_sealer set cluster = 'elsewhere', snapshot = '5000000000:5000000000:'`;
    await query(
      `insert into audit_log (at, tenant_id, actor_kind, actor_id, request_id, use_case, entity, entity_id, xid)
       values (now(), '${tenantId}', 'system', 't', 't', 't', 't', 'unsealed when it moved', '4000000001')`,
    );
    expect((await seal()).sealed).toBe(1);
    expect((await seal()).sealed).toBe(0);
    const later = await begin(tenantId);
    await write(later, tenantId, "after the move");
    await end(later, "commit");
    expect((await seal()).sealed).toBe(1);
    expect(await names(tenantId)).toEqual(["before the move", "unsealed when it moved", "after the move"]);
  });
});

/** Repeatable chance. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it("S22 audit chain › 32 writers of three companies, committing in inverted order and some not at all, while two sealers run", async () => {
  const WRITERS = 32;
  const ROUNDS = 12;
  const roll = dice(20_261_125);
  const tenants: string[] = [randomUUID(), randomUUID(), randomUUID()];
  const committed = new Map(tenants.map((tenant) => [tenant, new Set<string>()]));
  /** Entries of a round were all committed before the next round's transactions began. */
  const roundOf = new Map<string, number>();
  let isOver = false;
  const sealer = async () => {
    let sealed = 0;
    while (!isOver) sealed += (await seal(1 + roll(40))).sealed;
    return sealed;
  };
  const sealers = [sealer(), sealer()];
  for (let round = 0; round < ROUNDS; round++) {
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, async (_, index) => {
        const tenant = tenants[index % 3] ?? "";
        const client = await begin(tenant);
        const entries = Array.from({ length: 1 + roll(4) }, (_, n) => `${round}/${index}/${n}`);
        for (const name of entries) await write(client, tenant, name);
        return { tenant, client, entries };
      }),
    );
    for (const { tenant, client, entries } of writers.reverse()) {
      const how = roll(5) === 0 ? "rollback" : "commit";
      await end(client, how);
      if (how === "rollback") continue;
      for (const name of entries) {
        committed.get(tenant)?.add(name);
        roundOf.set(name, round);
      }
    }
  }
  isOver = true;
  const sealed = [...(await Promise.all(sealers)), (await seal()).sealed];
  expect(sealed.reduce((sum, count) => sum + count)).toBe(roundOf.size);
  for (const tenant of tenants) {
    const rows = await chainOf(tenant);
    expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_, index) => index + 1));
    expect(rows.slice(1).every(({ prev_hash }, index) => prev_hash === rows[index]?.hash)).toBe(true);
    const found = rows.map(({ entity_id }) => entity_id);
    expect(found.toSorted()).toEqual([...(committed.get(tenant) ?? [])].sort());
    const rounds = found.map((name) => roundOf.get(name) ?? -1);
    expect(rounds).toEqual(rounds.toSorted((a, b) => a - b));
    // Of one transaction the entries stand in the order they were written.
    for (const writer of new Set(found.map((name) => name.slice(0, name.lastIndexOf("/") + 1)))) {
      const own = found.filter((name) => name.startsWith(writer));
      expect(own).toEqual(own.toSorted());
    }
  }
});
