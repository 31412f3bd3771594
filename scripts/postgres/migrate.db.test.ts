import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "./fresh-database";
import { knownMigrations, migrate } from "./migrate";
import { asUser } from "./provision";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase(process.env.DATABASE_ADMIN_URL ?? "");
});
afterAll(() => database.stop());

const rows = <T>(sql: string) => asUser(database.ownerUrl, async (client) => (await client.query(sql)).rows as T[]);
const good = [
  { name: "20260101000000_one", sql: "create table one (id int primary key);" },
  {
    name: "20260102000000_two",
    sql: "create function two() returns int language plpgsql as $$ begin perform 1; return 2; end $$; insert into one values (1);",
  },
];

describe("migrate", () => {
  it("applies what is missing, in order, once; functions with semicolons too", async () => {
    expect(await migrate(database.ownerUrl, good)).toEqual(["20260101000000_one", "20260102000000_two"]);
    expect(await migrate(database.ownerUrl, good)).toEqual([]);
    expect(await rows("select two() as n")).toEqual([{ n: 2 }]);
  });

  it("leaves nothing of one that fails, and does it when it is mended", async () => {
    const name = "20260103000000_three";
    const broken = [...good, { name, sql: "create table three (id int); insert into nowhere values (1);" }];
    await expect(migrate(database.ownerUrl, broken)).rejects.toThrow(/20260103000000_three failed: .*nowhere/);
    expect(await rows("select to_regclass('three') as found")).toEqual([{ found: null }]);
    expect(await migrate(database.ownerUrl, [...good, { name, sql: "create table three (id int);" }])).toEqual([name]);
  });

  it("refuses a database that has a migration unknown to this build, and changes nothing", async () => {
    const older = [good[0], { name: "20260104000000_four", sql: "create table four (id int);" }].filter(
      (m) => m !== undefined,
    );
    await expect(migrate(database.ownerUrl, older)).rejects.toThrow("written by a newer HashInsight");
    expect(await rows("select to_regclass('four') as found")).toEqual([{ found: null }]);
  });

  it("may be run by several at once", async () => {
    const more = [
      ...good,
      { name: "20260103000000_three", sql: "" },
      { name: "20260105000000_five", sql: "create table five (id int);" },
    ];
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl, more)));
    expect(applied.flat()).toEqual(["20260105000000_five"]);
  });
});

it("the product's own migrations are named by time", () => {
  const names = knownMigrations().map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name).toMatch(/^\d{14}_[a-z0-9_]+$/);
});
