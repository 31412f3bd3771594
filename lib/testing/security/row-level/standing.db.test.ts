import { randomBytes, randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testTenant } from "@/lib/testing/tenants";

const runtime = new Client({ connectionString: process.env.DATABASE_URL });
let mine: TestTenant;
let theirs: TestTenant;
beforeAll(async () => {
  await runtime.connect();
  [mine, theirs] = [await testTenant(), await testTenant()];
});
afterAll(() => runtime.end());

/** Runs one statement as the owner of `mine`, and takes it back. */
async function asOwner(text: string, values: unknown[], scope = ""): Promise<number> {
  await runtime.query("begin");
  try {
    await runtime.query(
      "select set_config('app.tenant_id', $1, true), set_config('app.user_id', $2, true), set_config('app.scope', $3, true)",
      [mine.id, mine.members.owner.userId, scope],
    );
    return (await runtime.query(text, values)).rowCount ?? 0;
  } finally {
    await runtime.query("rollback");
  }
}

const SESSION = `insert into sessions (id, sid_hash, user_id, tenant_id, support_access_id, amr, ip, user_agent, created_at, last_seen_at, proved_at, expires_at)
  values ($1, $2, $3, $4, $5, '{pwd}', '192.0.2.1', 'test', now(), now(), now(), now() + interval '1 hour')`;
const session = (userId: string, tenantId: string | null, supportId: string | null = null) => [
  randomUUID(),
  randomBytes(32).toString("hex"),
  userId,
  tenantId,
  supportId,
];
const PERSON = `insert into users (id, email, name, locale, platform_admin, is_demo, created_at) values ($1, $2, 'P', 'en', $3, $4, now())`;

describe("S3 row-level security › nobody gives themselves a standing", () => {
  const me = () => mine.members.owner;

  it.each(["platform_admin", "is_demo"])("%s, though the row is theirs", async (column) => {
    const change = `update users set ${column} = true where id = $1`;
    await expect(asOwner(change, [me().userId])).rejects.toThrow("given on its machine alone");
    await expect(asOwner(change, [me().userId], "platform")).rejects.toThrow("given on its machine alone");
    expect(await asOwner(change, [me().userId], "system")).toBe(1);
  });

  it("and a platform administrator goes on changing their own row", async () => {
    await query("update users set platform_admin = true where id = $1", [me().userId]);
    expect(await asOwner("update users set name = 'N' where id = $1", [me().userId])).toBe(1);
    await query("update users set platform_admin = false where id = $1", [me().userId]);
  });

  it.each([
    ["platform administrator", true, false],
    ["demo account", false, true],
  ])("as a new %s", async (_, isAdmin, isDemo) => {
    const values = [me().userId, `${randomUUID()}@mine.example`, isAdmin, isDemo];
    await expect(asOwner(PERSON, values)).rejects.toThrow("given on its machine alone");
  });

  it("nor another role where they are no owner", async () => {
    const guest = mine.members.owner.userId;
    await query(
      `insert into user_access (id, tenant_id, user_id, email, name, role, created_at, updated_at)
       values ($1, $2, $3, 'x@mine.example', 'X', 'guest', now(), now())`,
      [randomUUID(), theirs.id, guest],
    );
    const own = "where tenant_id = $1 and user_id = $2";
    await expect(asOwner(`update user_access set role = 'owner' ${own}`, [theirs.id, guest])).rejects.toThrow(
      "changed by the company alone",
    );
    expect(await asOwner(`update user_access set name = 'Y' ${own}`, [theirs.id, guest])).toBe(1);
    await query(`delete from user_access ${own}`, [theirs.id, guest]);
  });
});

describe("S3 row-level security › a session", () => {
  const me = () => mine.members.owner;

  it("opens where its person has an access", async () => {
    expect(await asOwner(SESSION, session(me().userId, mine.id))).toBe(1);
    expect(await asOwner(SESSION, session(me().userId, null))).toBe(1);
  });

  it("opens for nobody else, and nowhere else", async () => {
    await expect(asOwner(SESSION, session(mine.members.admin.userId, mine.id))).rejects.toThrow("row-level security");
    await expect(asOwner(SESSION, session(me().userId, theirs.id))).rejects.toThrow(
      "only where its person has an access",
    );
    await expect(asOwner(SESSION, session(me().userId, theirs.id, randomUUID()))).rejects.toThrow("only the platform");
  });

  it("moves nowhere else, and to nobody else", async () => {
    const at = "where id = $2";
    const { sessionId } = me();
    await expect(asOwner(`update sessions set tenant_id = $1 ${at}`, [theirs.id, sessionId])).rejects.toThrow("access");
    await expect(
      asOwner(`update sessions set user_id = $1 ${at}`, [mine.members.admin.userId, sessionId]),
    ).rejects.toThrow("stays with its person");
    await expect(
      asOwner(`update sessions set support_access_id = $1 ${at}`, [randomUUID(), sessionId]),
    ).rejects.toThrow("only the platform");
    expect(await asOwner(`update sessions set tenant_id = null, ip = $1 ${at}`, ["192.0.2.9", sessionId])).toBe(1);
  });

  it("of a member is ended by the company", async () => {
    const change = "update sessions set revoked_at = now() where id = $1";
    expect(await asOwner(change, [mine.members.guest.sessionId])).toBe(1);
    expect(await asOwner(change, [theirs.members.guest.sessionId])).toBe(0);
  });
});

describe("S3 row-level security › a look for support", () => {
  const looks = (text: string, values: unknown[]) => asOwner(text, values, "platform");
  const START = `insert into support_access (id, tenant_id, platform_user_id, platform_email, reason, started_at, expires_at)
    values ($1, $2, $3, 'p@platform.example', 'a reason', now(), now() + interval '1 hour')`;

  it("is begun by whoever looks, in their own name", async () => {
    expect(await looks(START, [randomUUID(), theirs.id, mine.members.owner.userId])).toBe(1);
    await expect(looks(START, [randomUUID(), theirs.id, mine.members.admin.userId])).rejects.toThrow(
      "row-level security",
    );
    await expect(asOwner(START, [randomUUID(), mine.id, mine.members.owner.userId])).rejects.toThrow("row-level");
  });

  it.each(["reason = 'another'", "expires_at = now()", "platform_email = 'q@platform.example'", "tenant_id = null"])(
    "is never rewritten: %s",
    async (change) => {
      await expect(looks(`update support_access set ${change}`, [])).rejects.toThrow("permission denied");
    },
  );
});
