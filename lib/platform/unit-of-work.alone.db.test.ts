import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { UnitOfWork } from "@/lib/kernel/context";
import { query } from "@/lib/testing/sql";
import { systemCtx } from "@/lib/transport/ctx";
import { databaseFault } from "./database-fault";
import { disconnectDatabase, pool, type Tx } from "./db";

// One connection: whatever a unit leaves on it would meet the next one.
process.env.DATABASE_POOL_SIZE = "1";
afterAll(disconnectDatabase);

const open = () => systemCtx("unit-test").begin("test.unit");
const on = async (unit: UnitOfWork) => (await unit.db()) as Tx;
const entry = (id: string, after: unknown = null) => ({ entity: "test", id, after });
const entriesOf = (id: string) =>
  query<{ use_case: string; after: unknown }>("select use_case, after from audit_log where entity_id = $1", [id]);
/** The state of the connection as the next statement on it would meet it. */
async function left(): Promise<unknown> {
  const { rows } = await pool().query(
    "select current_setting('app.scope', true) as scope, pg_current_xact_id_if_assigned() is null as clean",
  );
  return rows[0];
}
const databaseFaultOf = (error: unknown) => {
  throw databaseFault(error);
};
const CLEAN = { scope: "", clean: true };

describe("a unit of work", () => {
  it("asks for no connection when nothing is read or written", async () => {
    const held = await pool().connect();
    const unit = open();
    await unit.commit();
    held.release();
  });

  it("writes its audit entries with the commit, in their order, and leaves the connection clean", async () => {
    const id = randomUUID();
    const unit = open();
    await on(unit);
    unit.audit(entry(id, { step: 1 }));
    unit.audit(entry(id, { step: 2, price: "1.10" }));
    expect(await entriesOf(id)).toEqual([]);
    await unit.commit();
    expect(await entriesOf(id)).toEqual([
      { use_case: "test.unit", after: { step: 1 } },
      { use_case: "test.unit", after: { step: 2, price: "1.10" } },
    ]);
    expect(await left()).toEqual(CLEAN);
  });

  it("undoes everything on rollback", async () => {
    const id = randomUUID();
    const unit = open();
    await (await on(unit)).$executeRaw`select 1`;
    unit.audit(entry(id));
    await unit.rollback(new Error("no"));
    expect(await entriesOf(id)).toEqual([]);
    expect(await left()).toEqual(CLEAN);
  });

  it("stores nothing when an entry can't be written, and says so", async () => {
    const id = randomUUID();
    const unit = open();
    await on(unit);
    unit.audit(entry(id));
    unit.audit(entry(id, { text: "a\0b" }));
    await expect(unit.commit()).rejects.toThrow();
    await unit.rollback(new Error("no"));
    expect(await entriesOf(id)).toEqual([]);
    expect(await left()).toEqual(CLEAN);
  });

  it("says so when a statement failed and somebody swallowed that", async () => {
    const id = randomUUID();
    const unit = open();
    await (await on(unit)).$executeRaw`select 1 / 0`.catch(() => undefined);
    unit.audit(entry(id));
    await expect(unit.commit()).rejects.toThrow();
    expect(await entriesOf(id)).toEqual([]);
    expect(await left()).toEqual(CLEAN);
  });

  it("throws at a use that comes too late, and sends nothing", async () => {
    const unit = open();
    const db = await on(unit);
    const { minerModel } = db;
    await unit.commit();
    await expect(db.$queryRaw`select 1`).rejects.toThrow("The transaction is over");
    await expect(minerModel.count()).rejects.toThrow("The transaction is over");
  });

  it("waits for what nobody waited for, so that it can't run in the next transaction", async () => {
    const unit = open();
    const db = await on(unit);
    const forgotten = db.$queryRaw<{ scope: string }[]>`
      select current_setting('app.scope') as scope from pg_sleep(0.2)`;
    await unit.rollback(new Error("no"));
    expect(await forgotten).toEqual([{ scope: "system" }]);
    expect(await left()).toEqual(CLEAN);
  });

  it("is `unavailable` when its connection is ended, and the next one gets another", async () => {
    const unit = open();
    const db = await on(unit);
    const [self] = await db.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await query("select pg_terminate_backend($1)", [self?.pid]);
    unit.audit(entry(randomUUID()));
    await expect(db.$queryRaw`select 1`.catch(databaseFaultOf)).rejects.toMatchObject({ code: "unavailable" });
    await expect(unit.commit()).rejects.toMatchObject({ code: "unavailable" });
    expect(await left()).toMatchObject({ clean: true });
  });

  it("is `unavailable` when its connection is ended while a statement runs", async () => {
    const unit = open();
    const db = await on(unit);
    const ended = db.$queryRaw`select pg_terminate_backend(pg_backend_pid())`;
    await expect(ended.catch(databaseFaultOf)).rejects.toMatchObject({ code: "unavailable" });
    await unit.rollback(new Error("no"));
    expect(await left()).toMatchObject({ clean: true });
  });

  it("runs statements that are sent together on the one connection", async () => {
    const unit = open();
    const db = await on(unit);
    const asked = await Promise.all([1, 2, 3].map((n) => db.$queryRaw`select ${n}::int as n`));
    expect(asked).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]]);
    await unit.commit();
  });

  it("changes what the rest sees, also before anything was asked", async () => {
    const tenantId = randomUUID();
    const unit = open();
    await unit.rescope({ work: "mailer" });
    const seen = async () =>
      (await on(unit))
        .$queryRaw`select current_setting('app.scope') as scope, current_setting('app.tenant_id') as tenant`;
    expect(await seen()).toEqual([{ scope: "mailer", tenant: "" }]);
    await unit.rescope({ tenantId });
    expect(await seen()).toEqual([{ scope: "mailer", tenant: tenantId }]);
    await unit.commit();
  });
});
