import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newSecret, sha256Hex } from "@/lib/identity/core/digest";
import { disconnectDatabase } from "@/lib/platform/db";
import { lastMail } from "@/lib/testing/mails";
import { visitor } from "@/lib/testing/people";
import { faultOf } from "@/lib/testing/refusals";
import { codeFor, later, withPasskey, withTotp } from "@/lib/testing/second-factors";
import { query } from "@/lib/testing/sql";
import { type Member, type TestTenant, testMember, testTenant } from "@/lib/testing/tenants";
import { beginTotp } from "./begin-totp";
import { confirmTotp } from "./confirm-totp";
import { recoveryState, regenerateRecoveryCodes } from "./recovery-codes";
import { removeTotp } from "./remove-totp";
import { totpState } from "./totp-state";

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await testTenant();
});
afterAll(disconnectDatabase);

const newClient = () => testMember(tenant.id, "client");
const factors = (member: Member) =>
  query<{ secret_box: string; last_step: string }>("select * from user_totp where user_id = $1", [member.userId]);
const session = async (member: Member) =>
  (await query("select sid_hash, amr, proved_at from sessions where id = $1", [member.sessionId]))[0];
const HALF_A_MINUTE = 30_000;

describe("S9 authenticator app: setting up", () => {
  it("shows the secret once, keeps it encrypted, and does not count it before its first code", async () => {
    const member = await newClient();
    const ctx = later(tenant.ctx(member), 0);
    const setup = await beginTotp.execute(ctx, {});
    const url = new URL(setup.otpauth_url);
    expect(url.protocol + url.host + decodeURIComponent(url.pathname)).toBe(`otpauth:totp/HashInsight:${member.email}`);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      issuer: "HashInsight",
      secret: setup.secret,
      algorithm: "SHA1",
      digits: "6",
      period: "30",
    });
    expect(setup.secret).toMatch(/^[A-Z2-7]{32}$/);
    const stored = await query("select data from one_time_tokens where user_id = $1", [member.userId]);
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(setup.secret);
    expect(await totpState.execute(ctx, {})).toEqual({ is_on: false, since: null });
    expect(await factors(member)).toEqual([]);
  });

  it("turns it on with the first right code: ten recovery codes, other sessions over, this one renewed, a mail", async () => {
    const member = await newClient();
    const other = crypto.randomUUID();
    await query(
      `insert into sessions (id, sid_hash, user_id, tenant_id, amr, ip, user_agent, created_at, last_seen_at, proved_at, expires_at)
       values ($1, $2, $3, $4, '{pwd}', '', '', now(), now(), now(), now() + interval '1 day')`,
      [other, await sha256Hex(newSecret()), member.userId, tenant.id],
    );
    await query("update sessions set amr = '{pwd}', proved_at = now() - interval '5 minutes' where id = $1", [
      member.sessionId,
    ]);
    const ctx = later(tenant.ctx(member), 0);
    const { sid, recoveryCodes } = await withTotp(ctx);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    const [ended] = await query("select revoked_reason from sessions where id = $1", [other]);
    expect(ended).toEqual({ revoked_reason: "second_factor_added" });
    const own = await session(member);
    expect(own).toMatchObject({ sid_hash: await sha256Hex(sid), amr: ["pwd", "otp"] });
    expect(Date.now() - Number(own?.proved_at)).toBeLessThan(60_000);
    expect(await lastMail(member.email)).toMatchObject({ kind: "second-factor-added", params: { factor: "totp" } });
    expect((await totpState.execute(ctx, {})).is_on).toBe(true);
    expect(await recoveryState.execute(ctx, {})).toMatchObject({ left: 10 });
  });

  it("stores no recovery code, and writes no secret into the audit log", async () => {
    const member = await newClient();
    const { secret, recoveryCodes, sid } = await withTotp(tenant.ctx(member));
    const rows = await query("select * from recovery_codes where user_id = $1", [member.userId]);
    const audit = await query("select * from audit_log where actor_id = $1", [member.userId]);
    expect(audit.length).toBeGreaterThanOrEqual(2);
    const [totp] = await factors(member);
    const all = JSON.stringify([rows, audit, totp]);
    for (const told of [secret, sid, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll("-", ""))])
      expect(all).not.toContain(told);
  });

  it("refuses a wrong code and takes the right one after it", async () => {
    const member = await newClient();
    const ctx = later(tenant.ctx(member), 0);
    const { secret } = await beginTotp.execute(ctx, {});
    const right = codeFor(ctx, secret);
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, "0");
    for (const code of [wrong, "12345", "AAAA-BBBB-CCCC-DDDD", codeFor(ctx, secret, 3)])
      expect(await faultOf(confirmTotp.execute(ctx, { code }))).toBe("validation wrong_code");
    expect(await factors(member)).toEqual([]);
    await confirmTotp.execute(ctx, { code: ` ${right.slice(0, 3)} ${right.slice(3)} ` });
    expect(await factors(member)).toHaveLength(1);
  });

  it("is over after 30 minutes, without a beginning, and with a newer one", async () => {
    const member = await newClient();
    const ctx = later(tenant.ctx(member), 0);
    expect(await faultOf(confirmTotp.execute(ctx, { code: "123456" }))).toBe("validation challenge_over");
    const first = await beginTotp.execute(ctx, {});
    const after = later(ctx, 30 * 60_000);
    expect(await faultOf(confirmTotp.execute(after, { code: codeFor(after, first.secret) }))).toBe(
      "validation challenge_over",
    );
    await beginTotp.execute(ctx, {});
    expect(await faultOf(confirmTotp.execute(ctx, { code: codeFor(ctx, first.secret) }))).toBe("validation wrong_code");
  });

  it("is begun by nobody else: not for a visitor, not with an old proof of identity, not by another's code", async () => {
    const member = await newClient();
    expect(await faultOf(beginTotp.execute(visitor(), {}))).toBe("unauthenticated");
    expect(await faultOf(beginTotp.execute(tenant.ctx(member, { fresh: false }), {}))).toBe("step_up_required");
    const { secret } = await beginTotp.execute(tenant.ctx(member), {});
    const stranger = tenant.ctx(await newClient());
    expect(await faultOf(confirmTotp.execute(stranger, { code: codeFor(stranger, secret) }))).toBe(
      "validation challenge_over",
    );
  });

  it("is there for a person who must have one and may do nothing else yet", async () => {
    const owner = await testMember(tenant.id, "owner");
    const ctx = tenant.ctx(owner, { mustEnrol: true });
    expect(await withTotp(ctx)).toMatchObject({ sid: expect.any(String) });
  });

  it("of two confirmations at once one wins", async () => {
    const member = await newClient();
    const ctx = later(tenant.ctx(member), 0);
    const { secret } = await beginTotp.execute(ctx, {});
    const code = codeFor(ctx, secret);
    const ends = await Promise.allSettled([1, 2, 3].map(() => confirmTotp.execute(ctx, { code })));
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await query("select 1 from recovery_codes where user_id = $1", [member.userId])).toHaveLength(10);
  });

  it("keeps an app until the one that replaces it is confirmed; then app and recovery codes are the new ones", async () => {
    const member = await newClient();
    const ctx = later(tenant.ctx(member), 0);
    const before = await withTotp(ctx);
    const [old] = await factors(member);
    const next = later(ctx, HALF_A_MINUTE);
    const { secret } = await beginTotp.execute(next, {});
    expect(await factors(member)).toEqual([old]);
    const after = await confirmTotp.execute(next, { code: codeFor(next, secret) });
    const [replaced] = await factors(member);
    expect(replaced?.secret_box).not.toBe(old?.secret_box);
    expect(after.recovery_codes.some((code) => before.recoveryCodes.includes(code))).toBe(false);
    expect(await recoveryState.execute(ctx, {})).toMatchObject({ left: 10 });
  });
});

describe("S9 authenticator app: turning off", () => {
  it("takes the recovery codes with it and tells its person", async () => {
    const member = await newClient();
    const ctx = later(tenant.ctx(member), 0);
    await withTotp(ctx);
    expect(await faultOf(removeTotp.execute(tenant.ctx(member, { fresh: false }), {}))).toBe("step_up_required");
    await removeTotp.execute(later(ctx, 1), {});
    expect(await totpState.execute(ctx, {})).toEqual({ is_on: false, since: null });
    expect(await recoveryState.execute(ctx, {})).toEqual({ left: 0, made_at: null });
    expect(await lastMail(member.email)).toMatchObject({ kind: "second-factor-removed", params: { factor: "totp" } });
    expect(await faultOf(removeTotp.execute(ctx, {}))).toBe("not_found");
  });

  it.each(["owner", "admin"] as const)("is refused to an %s without a passkey, and undone", async (role) => {
    const member = await testMember(tenant.id, role);
    const ctx = later(tenant.ctx(member), 0);
    await withTotp(ctx);
    expect(await faultOf(removeTotp.execute(ctx, {}))).toBe("conflict last_factor");
    expect((await totpState.execute(ctx, {})).is_on).toBe(true);
    await withPasskey(ctx);
    await removeTotp.execute(ctx, {});
    expect((await totpState.execute(ctx, {})).is_on).toBe(false);
    expect(await recoveryState.execute(ctx, {})).toMatchObject({ left: 10 });
  });

  it("is refused to a client here who is an owner elsewhere", async () => {
    const member = await newClient();
    const elsewhere = await testTenant();
    const giveRole = (role: string) =>
      query(
        `insert into user_access (id, tenant_id, user_id, email, name, role, created_at, updated_at)
         values ($1, $2, $3, $4, '', $5, now(), now())`,
        [crypto.randomUUID(), elsewhere.id, member.userId, member.email, role],
      );
    await giveRole("owner");
    const ctx = later(tenant.ctx(member), 0);
    await withTotp(ctx);
    expect(await faultOf(removeTotp.execute(ctx, {}))).toBe("conflict last_factor");
    await query("update user_access set has_access = false where user_id = $1 and tenant_id = $2", [
      member.userId,
      elsewhere.id,
    ]);
    expect(await removeTotp.execute(ctx, {})).toEqual({ status: "done" });
  });

  it("is open to a demo owner, of whom none is asked", async () => {
    const member = await testMember(tenant.id, "owner");
    await query("update users set is_demo = true where id = $1", [member.userId]);
    await withTotp(tenant.ctx(member));
    expect(await removeTotp.execute(tenant.ctx(member), {})).toEqual({ status: "done" });
  });
});

describe("S9 recovery codes: new ones", () => {
  it("replace the old ones, for who has just proved who they are", async () => {
    const member = await newClient();
    const ctx = later(tenant.ctx(member), 0);
    const { recoveryCodes } = await withTotp(ctx);
    expect(await faultOf(regenerateRecoveryCodes.execute(tenant.ctx(member, { fresh: false }), {}))).toBe(
      "step_up_required",
    );
    const { recovery_codes } = await regenerateRecoveryCodes.execute(ctx, {});
    expect(new Set([...recovery_codes, ...recoveryCodes]).size).toBe(20);
    expect(await query("select 1 from recovery_codes where user_id = $1", [member.userId])).toHaveLength(10);
  });

  it("are refused where there is no second factor that they could stand in for", async () => {
    const ctx = tenant.ctx(await newClient());
    expect(await faultOf(regenerateRecoveryCodes.execute(ctx, {}))).toBe("conflict no_second_factor");
  });

  it("are never given twice for one Idempotency-Key", async () => {
    const member = await newClient();
    await withTotp(tenant.ctx(member));
    const ctx = { ...tenant.ctx(member), idempotency: { key: "k", route: "POST /api/auth/recovery-codes", hash: "h" } };
    expect(await faultOf(regenerateRecoveryCodes.execute(ctx, {}))).toBe("bad_request");
  });
});
