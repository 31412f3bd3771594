import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { disconnectDatabase } from "@/lib/platform/db";
import { checkMail } from "@/lib/platform/mail/mail";
import { mailboxDriver } from "@/lib/platform/mail/mailbox";
import { mailedToken } from "@/lib/testing/mails";
import { newAddress, PASSWORD, visitor } from "@/lib/testing/people";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testTenant } from "@/lib/testing/tenants";
import { listLocalMails, readPendingMail } from "./local-mailbox";
import { inviteMember } from "./members/invite-member";
import { register } from "./register";
import { resendVerification, verifyEmail } from "./verify-email";

// An installation with its own database and no mail server; read when the environment is first asked for.
const folder = vi.hoisted(() => {
  process.env.EMBEDDED = "on";
  return { path: "" };
});

let tenant: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  folder.path = mkdtempSync(join(tmpdir(), "mailbox-"));
  process.env.DATA_DIR = folder.path;
  [tenant, other] = await Promise.all([testTenant(), testTenant()]);
});

afterAll(async () => {
  rmSync(folder.path, { recursive: true, force: true });
  await disconnectDatabase();
});

const signUp = (email: string) =>
  register.execute(visitor(), { email, password: PASSWORD, name: "Ada", company: "Mine" });
const pendingOf = async (pending: string) => readPendingMail.execute(visitor(), { pending });

/** What the worker does with a mail, for this one alone: other suites' mails are theirs. */
async function keep(to: string, subject: string): Promise<void> {
  const put = mailboxDriver({ folder: join(folder.path, "mailbox"), log: { info: () => {} } });
  const text = `See http://127.0.0.1/en/verify-email/${subject}`;
  const { id } = await put(checkMail({ to, subject, text, html: `<p>${subject}</p>`, locale: "en" }));
  await query(
    `update mails set sent_at = now(), carrier_id = $2, payload_box = null
     where id = (select id from mails where recipient = $1 order by created_at desc limit 1)`,
    [to, id],
  );
}

describe("the note of who has just signed up", () => {
  it("shows the mail to its browser, once the worker has kept it", async () => {
    const email = newAddress();
    const { pending_mail } = await signUp(email);
    expect(await pendingOf(pending_mail)).toMatchObject({
      email,
      keeps_mail: true,
      item: { state: "waiting", mail: null },
    });
    await keep(email, "first");
    const { item } = await pendingOf(pending_mail);
    expect(item).toMatchObject({ kind: "verify-address", to: email, state: "kept", mail: { subject: "first" } });
    expect(item?.mail?.links).toEqual(["http://127.0.0.1/en/verify-email/first"]);
  });

  it("follows the mail that is sent again", async () => {
    const email = newAddress();
    const { pending_mail } = await signUp(email);
    await keep(email, "old");
    await resendVerification.execute(visitor(), { email });
    expect((await pendingOf(pending_mail)).item).toMatchObject({ state: "waiting" });
    await keep(email, "new");
    expect((await pendingOf(pending_mail)).item?.mail).toMatchObject({ subject: "new" });
  });

  it("of a known address shows only that it is known, never a link of its owner's", async () => {
    const email = newAddress();
    await signUp(email);
    const token = await mailedToken(email);
    await keep(email, "the owner's");
    await verifyEmail.execute(visitor(), { token });
    const { pending_mail } = await signUp(email);
    await keep(email, "known");
    await resendVerification.execute(visitor(), { email });
    expect((await pendingOf(pending_mail)).item).toMatchObject({
      kind: "already-registered",
      mail: { subject: "known" },
    });
  });

  it("tells nothing when it isn't ours, or is old", async () => {
    const { pending_mail } = await signUp(newAddress());
    const nothing = { email: null, item: null };
    const [header, claims] = pending_mail.split(".");
    expect(await pendingOf("")).toMatchObject(nothing);
    expect(await pendingOf(`${header}.${claims}.AAAA`)).toMatchObject(nothing);
    const later = { ...visitor(), now: () => new Date(Date.now() + 31 * 60_000) };
    expect(await readPendingMail.execute(later, { pending: pending_mail })).toMatchObject(nothing);
  });
});

describe("the owner's mailbox", () => {
  it("has the company's mails and none of another's", async () => {
    const [mine, theirs] = [newAddress(), newAddress()];
    await inviteMember.execute(tenant.ctx("admin"), { email: mine, role: "client" });
    await inviteMember.execute(other.ctx("owner"), { email: theirs, role: "client" });
    await keep(mine, "invitation");
    const { items } = await listLocalMails.execute(tenant.ctx("owner"), {});
    expect(items.find(({ to }) => to === mine)).toMatchObject({ state: "kept", mail: { subject: "invitation" } });
    expect(items.filter(({ to }) => to === theirs)).toEqual([]);
  });

  it("says of a mail that made room that it is gone, and of one that failed that it did", async () => {
    const [gone, failed] = [newAddress(), newAddress()];
    for (const email of [gone, failed]) await inviteMember.execute(tenant.ctx("owner"), { email, role: "guest" });
    await query("update mails set sent_at = now(), carrier_id = gen_random_uuid()::text where recipient = $1", [gone]);
    await query("update mails set failed_at = now(), fault = 'no room' where recipient = $1", [failed]);
    const { items } = await listLocalMails.execute(tenant.ctx("owner"), {});
    expect(items.find(({ to }) => to === gone)).toMatchObject({ state: "kept", mail: null });
    expect(items.find(({ to }) => to === failed)).toMatchObject({ state: "failed", mail: null });
  });

  it.each(["admin", "mining_site_owner", "operator", "client", "guest"] as const)(
    "is closed to the %s",
    async (role) => {
      await expect(listLocalMails.execute(tenant.ctx(role), {})).rejects.toMatchObject({ code: "forbidden" });
    },
  );
});
