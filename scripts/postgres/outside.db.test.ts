import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepareOutside, runtimeUrl } from "./outside";
import { asUser } from "./provision";

const admin = process.env.DATABASE_ADMIN_URL ?? "";
const suffix = process.pid;
const as = (user: string, database = `outside_${suffix}`, password = "pw") => {
  const url = new URL(admin);
  return Object.assign(url, { username: user, password, pathname: `/${database}` }).toString();
};
const owner = `outside_owner_${suffix}`;
const plain = `outside_plain_${suffix}`;
const strong = `outside_strong_${suffix}`;

beforeAll(() =>
  asUser(admin, async (client) => {
    await client.query(`create role ${owner} login createrole password 'pw'`);
    await client.query(`create role ${plain} login password 'pw'`);
    await client.query(`create role ${strong} login bypassrls password 'pw'`);
    await client.query(`grant hashinsight_app to ${owner} with admin option`);
    await client.query(`create database outside_${suffix} owner ${owner}`);
  }),
);
afterAll(() =>
  asUser(admin, async (client) => {
    await client.query(`drop database outside_${suffix} with (force)`);
    for (const role of [plain, strong, owner]) await client.query(`drop role ${role}`);
  }),
);

const whoAmI = (url: string) =>
  asUser(url, async (client) => (await client.query("select current_user as role, session_user as login")).rows[0]);

describe("an outside database", () => {
  it("is used in the runtime role when there is only its owner", async () => {
    await prepareOutside(as(owner));
    expect(await whoAmI(runtimeUrl(as(owner)))).toEqual({ role: "hashinsight_app", login: owner });
  });

  it("is used with a login of its own where one is given, which gets the runtime role's rights", async () => {
    await prepareOutside(as(owner), as(plain));
    expect(await whoAmI(runtimeUrl(as(owner), as(plain)))).toEqual({ role: plain, login: plain });
    const { rows } = await asUser(as(plain), (client) =>
      client.query("select pg_has_role('hashinsight_app', 'USAGE') as member"),
    );
    expect(rows).toEqual([{ member: true }]);
  });

  it("refuses a runtime login that row-level security doesn't bind", async () => {
    await expect(prepareOutside(as(owner), as(strong))).rejects.toThrow(/may pass by row-level security/);
  });

  it.each([
    ["a wrong password", as(owner, undefined, "hunter2"), /password authentication failed|can't be used/],
    ["a database that isn't there", as(owner, "nowhere"), /database "nowhere" does not exist/],
    ["a port that nobody listens on", "postgres://me:hunter2@127.0.0.1:1/x", /ECONNREFUSED/],
  ])("says so of %s, without the password", async (_, url, words) => {
    const attempt = prepareOutside(url);
    await expect(attempt).rejects.toThrow(words);
    await expect(attempt).rejects.not.toThrow("hunter2");
  });
});
