import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { asUser } from "../postgres/provision";
import { explain } from "../process/refusal";
import { refuseDemo } from "./refuse-demo";

const owner = `demo_owner_${process.pid}`;
let ownerUrl = "";
let drop: () => Promise<void>;

beforeAll(async () => {
  drop = await ownDatabase();
  // Row-level security binds an owner who is no superuser, as on a database that a hoster gave.
  const url = new URL(process.env.DATABASE_OWNER_URL ?? "");
  await query(`create role ${owner} login password 'pw'`);
  for (const table of ["tenants", "users", "user_access"]) await query(`alter table ${table} owner to ${owner}`);
  ownerUrl = Object.assign(url, { username: owner, password: "pw" }).toString();
});
afterAll(async () => {
  await query(`reassign owned by ${owner} to current_user`);
  await query(`drop owned by ${owner}`);
  await query(`drop role ${owner}`);
  await drop();
});

describe("S23 logs and secrets › a start on a database of one's own", () => {
  it("goes on where everything is real", async () => {
    await query("insert into tenants (id, name, created_at) values ($1, 'Real mine', now())", [randomUUID()]);
    await expect(refuseDemo(ownerUrl)).resolves.toBeUndefined();
  });

  it.each([
    [
      "a demo company",
      "insert into tenants (id, name, is_demo, created_at) values ($1, 'Demo mine', true, now())",
      "Demo mine",
    ],
    [
      "a demo account",
      "insert into users (id, email, name, locale, is_demo, created_at) values ($1, 'demo@mine.example', 'D', 'en', true, now())",
      "demo@mine.example",
    ],
  ])("refuses %s, and says which and what to do", async (_, insert, name) => {
    const id = randomUUID();
    await query(insert, [id]);
    const said = await refuseDemo(ownerUrl).then(() => "", explain);
    expect(said).toContain(name);
    expect(said).toContain("set is_demo to false");
    for (const table of ["tenants", "users"]) await query(`delete from ${table} where id = $1`, [id]);
    await expect(refuseDemo(ownerUrl)).resolves.toBeUndefined();
  });

  it("finds them though the owner sees no other row", async () => {
    const seen = await asUser(ownerUrl, (client) => client.query("select from tenants"));
    expect(seen.rowCount).toBe(0);
  });
});
