import { afterAll, describe, expect, it } from "vitest";
import { disconnectDatabase } from "@/lib/platform/db";
import { query } from "@/lib/testing/sql";
import { RUNTIME } from "@/scripts/postgres/logins";
import { openQueue } from "./queue";

afterAll(disconnectDatabase);

describe("the schema of the queue", () => {
  it("is what this pg-boss expects: after an upgrade, make a migration of getMigrationPlans()", async () => {
    const boss = openQueue();
    // Throws where the versions differ, since it may not migrate.
    await boss.start();
    expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true });
    await boss.stop();
  });

  it("lets the runtime role do the queue's upkeep", async () => {
    const boss = openQueue();
    const faults: unknown[] = [];
    boss.on("error", (error) => faults.push(error.message));
    await boss.start();
    await boss.createQueue("test.upkeep");
    await boss.supervise();
    await boss.resolveFlow();
    await boss.stop();
    expect(faults).toEqual([]);
  });

  it("lets it do nothing else", async () => {
    const rights = await query(
      `select relname as on, string_agg(distinct privilege_type, ' ' order by privilege_type) as may
       from pg_class c, aclexplode(c.relacl) a
       where c.relnamespace = 'pgboss'::regnamespace and a.grantee = $1::regrole group by relname order by relname`,
      [RUNTIME],
    );
    expect(rights).toEqual([
      { on: "instance", may: "DELETE SELECT" },
      { on: "job", may: "DELETE INSERT SELECT UPDATE" },
      { on: "job_common", may: "DELETE INSERT SELECT UPDATE" },
      { on: "job_dependency", may: "DELETE SELECT" },
      { on: "queue", may: "INSERT SELECT UPDATE" },
      { on: "version", may: "SELECT" },
    ]);
    const [schema] = await query("select has_schema_privilege($1, 'pgboss', 'CREATE') as may", [RUNTIME]);
    expect(schema).toEqual({ may: false });
    const functions = await query(
      `select proname as name from pg_proc
       where pronamespace = 'pgboss'::regnamespace and has_function_privilege($1, oid, 'EXECUTE') order by 1`,
      [RUNTIME],
    );
    expect(functions).toEqual([{ name: "create_queue" }, { name: "job_now" }]);
  });
});
