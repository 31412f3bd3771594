import { afterAll, beforeAll, expect, it } from "vitest";
import { ownDatabase } from "@/lib/testing/own-database";
import { sql } from "@/lib/testing/sql";
import { systemCtx } from "@/lib/transport/ctx";
import { type DemoLogin, seedDemoAccounts } from "./seed-demo-accounts";

const drop = await ownDatabase();
afterAll(drop);

const login = (role: DemoLogin["role"], tenant: string, name: string): DemoLogin => ({
  ...{ role, tenant, email: `${name}@demo.hashinsight.example` },
  password: "a password that nobody has",
});
const LOGINS = [
  login("owner", "First Mine", "owner"),
  login("guest", "First Mine", "guest"),
  login("owner", "Second Mine", "second-owner"),
  login("platform_admin", "", "platform"),
];
const seed = (logins = LOGINS) => seedDemoAccounts.execute(systemCtx("seed:test"), { logins, renew: false });
type Company = { name: string; plan: string; people: string[] };
const companies = () =>
  sql<Company>`select t.name, t.plan, array_agg(a.email order by a.email) as people
    from tenants t left join user_access a on a.tenant_id = t.id group by t.id order by t.plan`;

let first: Company[];
beforeAll(async () => {
  expect(await seed()).toEqual({ made: 4, renewed: 0 });
  first = await companies();
});

it("makes each company of the demo once, the first one without limits", async () => {
  expect(first).toEqual([
    {
      name: "First Mine",
      plan: "enterprise",
      people: ["guest", "owner"].map((name) => `${name}@demo.hashinsight.example`),
    },
    { name: "Second Mine", plan: "free", people: ["second-owner@demo.hashinsight.example"] },
  ]);
  expect(await seed()).toEqual({ made: 0, renewed: 0 });
  expect(await companies()).toEqual(first);
});

it("knows a company that was renamed, whoever has left it, and lets new people into it", async () => {
  await sql`update tenants set name = 'Halle A' where name = 'First Mine'`;
  await sql`update user_access set has_access = false where email like 'guest@%'`;
  expect(await seed([...LOGINS, login("operator", "First Mine", "operator")])).toEqual({ made: 1, renewed: 0 });
  expect(await companies()).toMatchObject([
    { name: "Halle A", people: [{}, {}, {}].map(() => expect.any(String)) },
    { name: "Second Mine" },
  ]);
});
