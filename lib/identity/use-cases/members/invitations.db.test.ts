import { beforeAll, describe, expect, it } from "vitest";
import { lastMail, mailedToken } from "@/lib/testing/mails";
import { newAddress, visitor } from "@/lib/testing/people";
import { sql } from "@/lib/testing/sql";
import { type TestTenant, testMember, testTenant } from "@/lib/testing/tenants";
import { addAccess, inviteMember } from "./invite-member";
import { listInvitations } from "./list-invitations";
import { previewInvitation } from "./preview-invitation";
import { withdrawInvitation } from "./withdraw-invitation";

let tenant: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  [tenant, other] = [await testTenant(), await testTenant()];
});

const invite = (email: string, more: object = {}, who: Parameters<TestTenant["ctx"]>[0] = "owner") =>
  inviteMember.execute(tenant.ctx(who), { email, role: "operator", ...more });
const preview = (token: string) => previewInvitation.execute(visitor(), { token });

describe("inviting", () => {
  it("sends a link to the address, keeps only its hash, and writes it down without", async () => {
    const email = newAddress();
    const item = await invite(email.toUpperCase(), { name: "Bo  Chen" });
    expect(item).toMatchObject({ email, name: "Bo Chen", role: "operator", state: "open", invited_by: "The owner" });
    const mail = await lastMail(email);
    expect(mail).toMatchObject({ kind: "invitation", params: { company: tenant.name, inviter: "The owner" } });
    expect(String(mail?.params.link)).toMatch(/^http:\/\/[\w.:]+\/en\/invitation\/[\w-]{43}$/);
    const token = await mailedToken(email);
    const kept = JSON.stringify([
      await sql`select * from invitations where id = ${item.id}`,
      await sql`select * from audit_log where entity_id = ${item.id}`,
      await sql`select * from mails where recipient = ${email}`,
    ]);
    expect(kept).not.toContain(token);
    const [entry] = await sql`select tenant_id, use_case, actor_id, after from audit_log where entity_id = ${item.id}`;
    expect(entry).toMatchObject({
      tenant_id: tenant.id,
      use_case: "members.invite",
      actor_id: tenant.members.owner.userId,
      after: { email, role: "operator" },
    });
  });

  it("speaks the inviter's language", async () => {
    const email = newAddress();
    await inviteMember.execute(tenant.ctx("owner", { locale: "zh" }), { email, role: "client" });
    expect(String((await lastMail(email))?.params.link)).toContain("/zh/invitation/");
    expect(await sql`select locale from mails where recipient = ${email}`).toEqual([{ locale: "zh" }]);
  });

  it("lasts seven days", async () => {
    const { created_at, expires_at } = await invite(newAddress());
    expect(Date.parse(expires_at) - Date.parse(created_at)).toBe(7 * 86_400_000);
  });

  it("replaces an open one of the same address", async () => {
    const email = newAddress();
    const first = await invite(email);
    const old = await mailedToken(email);
    const second = await invite(email, { role: "guest" }, "admin");
    await expect(preview(old)).rejects.toMatchObject({ code: "not_found" });
    expect(await preview(await mailedToken(email))).toMatchObject({ role: "guest" });
    const rows = await sql<{ id: string }>`select id from invitations where email = ${email} and revoked_at is null`;
    expect(rows).toEqual([{ id: second.id }]);
    expect(first.id).not.toBe(second.id);
  });

  it("leaves one open of several that are sent at once", async () => {
    const email = newAddress();
    const sent = await Promise.allSettled(Array.from({ length: 6 }, () => invite(email)));
    expect(sent.map(({ status }) => status)).toEqual(Array(6).fill("fulfilled"));
    const [row] = await sql<{ open: string }>`
      select count(*) as open from invitations where email = ${email} and revoked_at is null and accepted_at is null`;
    expect(row?.open).toBe("1");
  });

  it.each<[string, Parameters<TestTenant["ctx"]>[0], object, string, string | undefined]>([
    ["an operator invites nobody", "operator", {}, "forbidden", undefined],
    ["a client invites nobody", "client", {}, "forbidden", undefined],
    ["a mining site owner reads only", "mining_site_owner", {}, "forbidden", undefined],
    ["an admin invites no owner", "admin", { role: "owner" }, "forbidden", "role_not_yours"],
    ["access that is over", "owner", { access_expires_at: "2020-01-01T00:00:00Z" }, "validation", "expiry_past"],
    ["a role that is none", "owner", { role: "root" }, "validation", "invalid_value"],
    ["a company that isn't asked", "owner", { tenant_id: "x" }, "validation", "unrecognized_keys"],
    ["an address that is none", "owner", { email: "a@b" }, "validation", "email_invalid"],
  ])("%s", async (_, who, more, code, detail) => {
    const refusal = invite(newAddress(), more, who);
    await expect(refusal).rejects.toMatchObject({ code });
    if (detail) await expect(refusal).rejects.toMatchObject({ details: { errors: [{ code: detail }] } });
  });

  it("refuses who has access already, and invites who lost it", async () => {
    const { otherClient } = tenant;
    await expect(invite(otherClient.email)).rejects.toMatchObject({
      code: "conflict",
      details: { errors: [{ path: "email", code: "has_access" }] },
    });
    await sql`update user_access set has_access = false where id = ${otherClient.accessId}`;
    expect(await invite(otherClient.email, { role: "client" })).toMatchObject({ state: "open" });
  });

  it("asks for a proof of identity, and for the inviter's own confirmed address", async () => {
    const stale = tenant.ctx("owner", { fresh: false });
    const input = { email: newAddress(), role: "guest" } as const;
    await expect(inviteMember.execute(stale, input)).rejects.toMatchObject({ code: "step_up_required" });
    await sql`update users set email_verified_at = null where id = ${tenant.members.admin.userId}`;
    await expect(invite(newAddress(), {}, "admin")).rejects.toMatchObject({ code: "email_unverified" });
    await sql`update users set email_verified_at = now() where id = ${tenant.members.admin.userId}`;
  });

  it("is what the back office's adding does too", async () => {
    const email = newAddress();
    const end = "2099-01-01T00:00:00.000Z";
    const added = await addAccess.execute(tenant.ctx("admin"), { email, role: "guest", expires_at: end });
    expect(added).toMatchObject({ email, access_expires_at: end, state: "open" });
    expect(await sql`select id from users where email = ${email}`).toEqual([]);
    const past = { email: newAddress(), role: "guest", expires_at: "2020-01-01T00:00:00Z" } as const;
    await expect(addAccess.execute(tenant.ctx("admin"), past)).rejects.toMatchObject({
      details: { errors: [{ path: "expires_at" }] },
    });
  });
});

describe("looking at one", () => {
  it("says what it is for, and not whether there is an account", async () => {
    const [email, known] = [newAddress(), other.members.guest.email];
    await invite(email);
    await invite(known);
    const shown = await preview(await mailedToken(email));
    expect(shown).toMatchObject({ company: tenant.name, inviter: "The owner", email, role: "operator" });
    expect(Object.keys(await preview(await mailedToken(known)))).toEqual(Object.keys(shown));
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ["taken back", (id) => withdrawInvitation.execute(tenant.ctx("owner"), { id })],
    ["too old", (id) => sql`update invitations set expires_at = now() - interval '1 second' where id = ${id}`],
    ["used", (id) => sql`update invitations set accepted_at = now() where id = ${id}`],
    ["to access that is over", (id) => sql`update invitations set access_expires_at = now() where id = ${id}`],
    ["by somebody who has left", leave],
  ])("one that is %s is answered like an unknown one", async (_, spoil) => {
    const email = newAddress();
    const { id } = await invite(email);
    const token = await mailedToken(email);
    expect(await preview(token)).toMatchObject({ email });
    await spoil(id);
    const [spoilt, unknown] = await Promise.allSettled([preview(token), preview("x".repeat(43))]);
    expect(spoilt).toMatchObject({ reason: { code: "not_found" } });
    expect(spoilt).toEqual(unknown);
  });

  async function leave(id: string) {
    const admin = await testMember(tenant.id, "admin");
    await sql`update invitations set invited_by = ${admin.userId} where id = ${id}`;
    await sql`update user_access set has_access = false where id = ${admin.accessId}`;
  }
});

describe("the list", () => {
  it("is the company's own, newest first, page by page", async () => {
    const mine = await testTenant();
    const emails = [newAddress(), newAddress(), newAddress()];
    for (const email of emails) await inviteMember.execute(mine.ctx("owner"), { email, role: "guest" });
    const first = await listInvitations.execute(mine.ctx("mining_site_owner"), { limit: 2 });
    const rest = await listInvitations.execute(mine.ctx("owner"), { limit: 2, cursor: first.next_cursor });
    expect([...first.items, ...rest.items].map(({ email }) => email)).toEqual(emails.toReversed());
    expect([first.total, rest.next_cursor]).toEqual([3, null]);
    const [newest] = first.items;
    await withdrawInvitation.execute(mine.ctx("owner"), { id: newest?.id });
    expect((await listInvitations.execute(mine.ctx("owner"), {})).total).toBe(2);
    const all = await listInvitations.execute(mine.ctx("owner"), { state: "all" });
    expect(all.items.map(({ state }) => state)).toEqual(["revoked", "open", "open"]);
    expect(JSON.stringify(all)).not.toMatch(/token|hash/);
  });

  it.each(["operator", "client", "guest"] as const)("is not for the %s", async (role) => {
    await expect(listInvitations.execute(tenant.ctx(role), {})).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("taking one back", () => {
  it("happens once, and not to another company's", async () => {
    const { id } = await invite(newAddress());
    const foreign = withdrawInvitation.execute(other.ctx("owner"), { id });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    expect(await withdrawInvitation.execute(tenant.ctx("owner"), { id })).toMatchObject({ state: "revoked" });
    await expect(withdrawInvitation.execute(tenant.ctx("owner"), { id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is for an owner where the role is an owner's; nor does an admin replace it", async () => {
    const mine = await testTenant();
    const email = newAddress();
    const { id } = await inviteMember.execute(mine.ctx("owner"), { email, role: "owner" });
    await expect(withdrawInvitation.execute(mine.ctx("admin"), { id })).rejects.toMatchObject({ code: "forbidden" });
    const replacing = inviteMember.execute(mine.ctx("admin"), { email, role: "guest" });
    await expect(replacing).rejects.toMatchObject({ code: "forbidden" });
    expect(await withdrawInvitation.execute(mine.ctx("owner"), { id })).toMatchObject({ state: "revoked" });
  });
});
