import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const runtime = new Client({ connectionString: process.env.DATABASE_URL });
const owner = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
beforeAll(async () => {
  await Promise.all([runtime.connect(), owner.connect()]);
  await runtime.query("select set_config('app.scope', 'system', false)");
});
afterAll(() => Promise.all([runtime.end(), owner.end()]));

const AUDIT = `insert into audit_log (actor_kind, actor_id, request_id, use_case, entity, entity_id)
               values ('system', 'test', 'r', 'test.roles', 'test', $1) returning id`;

describe("the runtime role", () => {
  it("is bound by row-level security and owns nothing", async () => {
    const { rows } = await runtime.query(
      `select current_user as name, rolsuper, rolbypassrls,
              (select count(*)::int from pg_class where relowner = role.oid) as owned
       from pg_roles role where rolname = current_user`,
    );
    expect(rows).toEqual([{ name: "hashinsight_app", rolsuper: false, rolbypassrls: false, owned: 0 }]);
  });

  it("may never truncate, and makes no tables", async () => {
    const { rows } = await runtime.query(
      `select relname from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and has_table_privilege(oid, 'TRUNCATE')`,
    );
    expect(rows).toEqual([]);
    await expect(runtime.query("create table sneaky (id int)")).rejects.toThrow(/permission denied/);
  });

  it("reads the history of migrations and doesn't write it", async () => {
    const { rows } = await runtime.query("select count(*)::int as n from _prisma_migrations");
    expect(rows[0].n).toBeGreaterThan(0);
    await expect(runtime.query("delete from _prisma_migrations")).rejects.toThrow(/permission denied/);
  });
});

describe("the audit log", () => {
  it("takes rows from the runtime role and gives none back", async () => {
    const { rows } = await runtime.query(AUDIT, ["append"]);
    await expect(runtime.query("update audit_log set entity = 'x' where id = $1", [rows[0].id])).rejects.toThrow(
      /permission denied/,
    );
    await expect(runtime.query("delete from audit_log where id = $1", [rows[0].id])).rejects.toThrow(
      /permission denied/,
    );
  });

  it.each(["update audit_log set entity = 'x'", "delete from audit_log", "truncate audit_log"])(
    "refuses its owner too: %s",
    async (statement) => {
      await expect(owner.query(statement)).rejects.toThrow("audit_log is append-only");
    },
  );
});
