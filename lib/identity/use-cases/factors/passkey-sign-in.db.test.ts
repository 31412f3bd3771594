import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disconnectDatabase } from "@/lib/platform/db";
import { PASSWORD, signedUp, visitor, withSession } from "@/lib/testing/people";
import { faultOf, refusalOf } from "@/lib/testing/refusals";
import { atSite, later, SITE, withPasskey } from "@/lib/testing/second-factors";
import { type Bent, softwareAuthenticator } from "@/lib/testing/software-authenticator";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testMember, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { completeMfa } from "../complete-mfa";
import { login } from "../login";
import { listLogins } from "../members/list-logins";
import { stepUp } from "../step-up";
import { askPasskey } from "./ask-passkey";
import { passkeySignIn } from "./passkey-sign-in";

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await testTenant();
});
afterAll(disconnectDatabase);

const guest = () => atSite(visitor());
const ask = () => askPasskey.execute(guest(), {});
async function withDevice(role: "client" | "owner" = "client") {
  const member = await testMember(tenant.id, role);
  const device = await withPasskey(tenant.ctx(member));
  const signIn = async (bent: Bent = {}, ctx = guest()) =>
    passkeySignIn.execute(ctx, { passkey: device.get(await ask(), bent) });
  return { member, device, signIn };
}
const records = (email: string) =>
  query("select method, outcome from login_records where email = $1 order by id", [email]);

describe("S9 passkeys: signing in", () => {
  it("asks for whoever's passkey: nothing in it tells of anybody", async () => {
    const { options, expires_at } = await ask();
    expect(options).toMatchObject({ rpId: "localhost", userVerification: "required" });
    expect(options.allowCredentials ?? []).toEqual([]);
    expect(new Date(expires_at).getTime() - Date.now()).toBeLessThanOrEqual(5 * 60_000);
    expect(await faultOf(askPasskey.execute(visitor(), {}))).toBe("unavailable site_unnamed");
  });

  it.each(["client", "owner"] as const)("lets a %s in by the passkey alone, which is both factors", async (role) => {
    const { member, signIn } = await withDevice(role);
    const opened = await signIn();
    expect(opened.user).toEqual({ id: member.userId, email: member.email, role, tenant_id: tenant.id });
    const ctx = await withSession(opened.sid);
    expect(ctx.actor).toMatchObject({ userId: member.userId, mustEnrol: false });
    expect(await query("select amr from sessions where id = $1", [ctx.session?.id])).toEqual([{ amr: ["passkey"] }]);
    expect(await records(member.email)).toEqual([{ method: "passkey", outcome: "ok" }]);
  });

  it("lets a platform administrator in, into no company", async () => {
    const admin = await testPlatformAdmin();
    const device = await withPasskey(admin.ctx);
    const opened = await passkeySignIn.execute(guest(), { passkey: device.get(await ask()) });
    expect(opened.user).toMatchObject({ id: admin.userId, role: "platform_admin", tenant_id: null });
  });

  it.each<[string, Bent]>([
    ["another origin", { origin: "https://evil.example" }],
    ["another port", { origin: "http://localhost:3001" }],
    ["another site", { rpId: "evil.example" }],
    ["no check of who holds the device", { userVerified: false }],
    ["a spoilt signature", { spoilt: true }],
    ["the signature of another key", { signedBy: softwareAuthenticator(SITE).copy() }],
    ["an answer for adding a passkey", { type: "webauthn.create" }],
    ["an answer from inside another page", { crossOrigin: true }],
    ["another person's handle", { userHandle: Buffer.from(crypto.randomUUID()).toString("base64url") }],
    ["a counter that went back", { counter: 0 }],
    ["a counter that stood still", { counter: 1 }],
  ])("refuses %s", async (_, bent) => {
    const { member, signIn } = await withDevice();
    expect(await faultOf(signIn(bent))).toBe("unauthenticated passkey_unknown");
    expect(await records(member.email)).toEqual([{ method: "passkey", outcome: "wrong_code" }]);
  });

  it("is refused in the company's own records, as a wrong password is", async () => {
    const { member, signIn } = await withDevice();
    await faultOf(signIn({ spoilt: true }));
    await query("update users set email_verified_at = null where id = $1", [member.userId]);
    await faultOf(signIn());
    const { items } = await listLogins.execute(tenant.ctx("owner"), { search: member.email });
    expect(items.map(({ method, outcome }) => [method, outcome])).toEqual([
      ["passkey", "unverified"],
      ["passkey", "wrong_code"],
    ]);
  });

  it("says the same of a passkey that nobody has", async () => {
    const { signIn } = await withDevice();
    const stranger = softwareAuthenticator(SITE).get(await ask());
    const unknown = await refusalOf(passkeySignIn.execute(guest(), { passkey: stranger }));
    const wrong = await refusalOf(signIn({ spoilt: true }));
    expect({ ...unknown.details, code: unknown.code, message: unknown.message }).toEqual({
      ...wrong.details,
      code: wrong.code,
      message: wrong.message,
    });
  });

  it("takes each challenge once, also when the answer was refused, and within five minutes", async () => {
    const { device } = await withDevice();
    const enter = (passkey: unknown, ctx = guest()) => passkeySignIn.execute(ctx, { passkey });
    const [used, spoilt, old] = [await ask(), await ask(), await ask()];
    const answer = device.get(used);
    await enter(answer);
    expect(await faultOf(enter(answer))).toBe("unauthenticated challenge_over");
    expect(await faultOf(enter(device.get(used)))).toBe("unauthenticated challenge_over");
    expect(await faultOf(enter(device.get(spoilt, { spoilt: true })))).toBe("unauthenticated passkey_unknown");
    expect(await faultOf(enter(device.get(spoilt)))).toBe("unauthenticated challenge_over");
    expect(await faultOf(enter(device.get(old), later(guest(), 5 * 60_000)))).toBe("unauthenticated challenge_over");
    expect(await faultOf(enter(device.get(old, { challenge: "bm90IG91cnM" })))).toBe("unauthenticated challenge_over");
  });

  it("lets one of two copies in that come at once", async () => {
    const { device } = await withDevice();
    const asked = await Promise.all([ask(), ask(), ask()]);
    const answers = asked.map((one) => device.get(one, { counter: 7 }));
    const ends = await Promise.allSettled(answers.map((passkey) => passkeySignIn.execute(guest(), { passkey })));
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("counts an authenticator that doesn't count", async () => {
    const { member, device, signIn } = await withDevice();
    await query("update passkeys set counter = 0 where credential_id = $1", [device.id]);
    await signIn({ counter: 0 });
    await signIn({ counter: 0 });
    expect(await records(member.email)).toHaveLength(2);
  });

  it("lets nobody in whose address is not confirmed, or who has no access any more", async () => {
    const { member, signIn } = await withDevice();
    await query("update users set email_verified_at = null where id = $1", [member.userId]);
    expect(await faultOf(signIn())).toBe("email_unverified");
    await query("update users set email_verified_at = now() where id = $1", [member.userId]);
    await query("update user_access set has_access = false where user_id = $1", [member.userId]);
    expect(await faultOf(signIn())).toBe("forbidden no_access");
    expect((await records(member.email)).map(({ outcome }) => outcome)).toEqual(["unverified", "no_access"]);
    expect(await query("select 1 from sessions where user_id = $1 and amr = '{passkey}'", [member.userId])).toEqual([]);
  });

  it.each([
    ["no response", { id: "eA", rawId: "eA", type: "public-key" }],
    ["no base64url", { id: "…", rawId: "…", type: "public-key", response: {} }],
    ["null", null],
  ])("refuses what is no answer at all: %s", async (_, passkey) => {
    expect((await refusalOf(passkeySignIn.execute(guest(), { passkey }))).code).toBe("validation");
  });
});

describe("S9 passkeys: as second factor", () => {
  async function owner() {
    const { email } = await signedUp();
    const { sid } = await login.execute(visitor(), { email, password: PASSWORD });
    const device = await withPasskey(await withSession(sid));
    const refused = await refusalOf(login.execute(visitor(), { email, password: PASSWORD }));
    expect(refused).toMatchObject({ code: "mfa_required", details: { members: { mfa_methods: ["passkey"] } } });
    return { email, device, mfa_token: String(refused.details.members?.mfa_token) };
  }

  it("lets its person in after the password, once", async () => {
    const { email, device, mfa_token } = await owner();
    const passkey = device.get(await ask());
    const opened = await completeMfa.execute(guest(), { mfa_token, passkey });
    const ctx = await withSession(opened.sid);
    expect(ctx.session?.email).toBe(email);
    expect(await query("select amr from sessions where id = $1", [ctx.session?.id])).toEqual([
      { amr: ["pwd", "passkey"] },
    ]);
    expect(await faultOf(stepUp.execute(atSite(ctx), { passkey }))).toBe("validation challenge_over");
    const renewed = await stepUp.execute(atSite(ctx), { passkey: device.get(await ask()) });
    expect(renewed.sid).not.toBe(opened.sid);
  });

  it("refuses another person's passkey, a copy that is behind, and what is no answer", async () => {
    const { device, mfa_token } = await owner();
    const foreign = await withDevice();
    const finish = (passkey: Record<string, unknown>) => completeMfa.execute(guest(), { mfa_token, passkey });
    expect(await faultOf(finish(foreign.device.get(await ask())))).toBe("unauthenticated passkey_unknown");
    expect(await faultOf(finish(device.get(await ask(), { counter: 0 })))).toBe("unauthenticated passkey_unknown");
    expect((await refusalOf(finish({ id: "x" }))).code).toBe("validation");
    await finish(device.get(await ask(), { counter: 2 }));
  });
});
