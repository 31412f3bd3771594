import { sign, X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sha256Hex } from "@/lib/identity/core/digest";
import { deletePasskey } from "@/lib/identity/data/passkeys";
import { lockFactors } from "@/lib/identity/data/second-factors";
import { disconnectDatabase, tx } from "@/lib/platform/db";
import { lastMail } from "@/lib/testing/mails";
import { ownCertificate } from "@/lib/testing/own-certificate";
import { visitor } from "@/lib/testing/people";
import { faultOf } from "@/lib/testing/refusals";
import { atSite, later, SITE, withPasskey, withTotp } from "@/lib/testing/second-factors";
import { type Bent, softwareAuthenticator } from "@/lib/testing/software-authenticator";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testMember, testTenant } from "@/lib/testing/tenants";
import { addPasskey } from "./add-passkey";
import { beginPasskey } from "./begin-passkey";
import { listPasskeys, MAX_PASSKEYS } from "./list-passkeys";
import { recoveryState } from "./recovery-codes";
import { removePasskey } from "./remove-passkey";
import { renamePasskey } from "./rename-passkey";

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await testTenant();
});
afterAll(disconnectDatabase);

async function newcomer(role: "client" | "owner" = "client") {
  const member = await testMember(tenant.id, role);
  return { member, ctx: atSite(tenant.ctx(member)) };
}
const FIVE_MINUTES = 5 * 60_000;

describe("S9 passkeys: adding", () => {
  it("asks for a discoverable passkey of this site, with a check of who holds the device", async () => {
    const { member, ctx } = await newcomer();
    const { options } = await beginPasskey.execute(ctx, {});
    expect(options).toMatchObject({
      rp: { id: "localhost", name: "HashInsight" },
      user: { name: member.email, id: Buffer.from(member.userId).toString("base64url") },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      excludeCredentials: [],
    });
    expect(Buffer.from(options.challenge, "base64url")).toHaveLength(32);
    const tokens = await query("select * from one_time_tokens where user_id = $1", [member.userId]);
    expect(tokens).toHaveLength(1);
    expect(JSON.stringify(tokens)).not.toContain(options.challenge);
  });

  it("keeps the first one with recovery codes, ends other sessions, renews this one and sends a mail", async () => {
    const { member, ctx } = await newcomer();
    const other = crypto.randomUUID();
    await query(
      `insert into sessions (id, sid_hash, user_id, amr, ip, user_agent, created_at, last_seen_at, proved_at, expires_at)
       values ($1, $3, $2, '{pwd}', '', '', now(), now(), now(), now() + interval '1 day')`,
      [other, member.userId, await sha256Hex(other)],
    );
    const device = softwareAuthenticator(SITE);
    const passkey = device.create(await beginPasskey.execute(ctx, {}));
    const added = await addPasskey.execute(ctx, { label: "  Work\u200b  laptop ", passkey });
    expect(added.passkey).toMatchObject({
      id: device.id,
      label: "Work laptop",
      transports: ["internal"],
      last_used_at: null,
    });
    expect(added.recovery_codes).toHaveLength(10);
    expect(await listPasskeys.execute(ctx, {})).toEqual({ passkeys: [added.passkey], limit: MAX_PASSKEYS });
    expect(await query("select revoked_reason from sessions where id = $1", [other])).toEqual([
      { revoked_reason: "second_factor_added" },
    ]);
    const [own] = await query("select sid_hash, amr from sessions where id = $1", [member.sessionId]);
    expect(own?.amr).toEqual(["pwd", "otp", "passkey"]);
    expect(own?.sid_hash).not.toBe(member.sidHash);
    expect(await lastMail(member.email)).toMatchObject({ kind: "second-factor-added", params: { factor: "passkey" } });
  });

  it("keeps a second one without new recovery codes, and names the first so that the device makes no other", async () => {
    const { ctx } = await newcomer();
    const first = await withPasskey(ctx);
    const asked = await beginPasskey.execute(ctx, {});
    expect(asked.options.excludeCredentials).toMatchObject([{ id: first.id, type: "public-key" }]);
    const added = await addPasskey.execute(ctx, { label: "Phone", passkey: softwareAuthenticator(SITE).create(asked) });
    expect(added.recovery_codes).toBeNull();
    expect((await listPasskeys.execute(ctx, {})).passkeys).toHaveLength(2);
    expect(await recoveryState.execute(ctx, {})).toMatchObject({ left: 10 });
  });

  it.each<[string, Bent]>([
    ["another origin", { origin: "https://evil.example" }],
    ["the same host at another port", { origin: "http://localhost:3001" }],
    ["another site", { rpId: "evil.example" }],
    ["the site with its port", { rpId: "localhost:3000" }],
    ["no check of who holds the device", { userVerified: false }],
    ["an answer for signing in", { type: "webauthn.get" }],
    ["an answer from inside another page", { crossOrigin: true }],
  ])("refuses %s", async (_, bent) => {
    const { ctx } = await newcomer();
    const passkey = softwareAuthenticator(SITE).create(await beginPasskey.execute(ctx, {}), bent);
    expect(await faultOf(addPasskey.execute(ctx, { label: "Laptop", passkey }))).toBe("validation passkey_invalid");
    expect((await listPasskeys.execute(ctx, {})).passkeys).toEqual([]);
  });

  it("refuses an attestation that nobody asked for, without calling where its certificate says", async () => {
    const fetched = vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("no network"));
    const { ctx } = await newcomer();
    const { key, cert } = ownCertificate("127.0.0.1");
    const x5c = [new Uint8Array(new X509Certificate(cert).raw)];
    const attestation = (signed: Buffer) => ({
      fmt: "fido-u2f",
      attStmt: new Map<string, Uint8Array | Uint8Array[]>([
        ["sig", new Uint8Array(sign("sha256", signed, key))],
        ["x5c", x5c],
      ]),
    });
    const passkey = softwareAuthenticator(SITE).create(await beginPasskey.execute(ctx, {}), { attestation });
    expect(await faultOf(addPasskey.execute(ctx, { label: "Laptop", passkey }))).toBe("validation passkey_invalid");
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });

  it("takes a challenge once, within five minutes, and of the same person", async () => {
    const [{ ctx }, other] = [await newcomer(), await newcomer()];
    const asked = await beginPasskey.execute(ctx, {});
    const add = (at: typeof ctx) =>
      addPasskey.execute(at, { label: "Laptop", passkey: softwareAuthenticator(SITE).create(asked) });
    expect(await faultOf(add(other.ctx))).toBe("validation challenge_over");
    expect(await faultOf(add(later(ctx, FIVE_MINUTES)))).toBe("validation challenge_over");
    await add(ctx);
    expect(await faultOf(add(ctx))).toBe("validation challenge_over");
    const made = softwareAuthenticator(SITE).create(asked, { challenge: "bm90IG91cnM" });
    expect(await faultOf(addPasskey.execute(ctx, { label: "Laptop", passkey: made }))).toBe(
      "validation challenge_over",
    );
  });

  it("refuses a passkey that somebody has already", async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    const device = await withPasskey(one.ctx);
    const passkey = device.create(await beginPasskey.execute(other.ctx, {}));
    expect(await faultOf(addPasskey.execute(other.ctx, { label: "Mine", passkey }))).toBe("conflict passkey_taken");
    expect((await listPasskeys.execute(one.ctx, {})).passkeys).toHaveLength(1);
  });

  it(`keeps ${MAX_PASSKEYS} and no more`, async () => {
    const { member, ctx } = await newcomer();
    await query(
      `insert into passkeys (credential_id, user_id, public_key, counter, transports, label, created_at)
       select $1 || '-' || n, $2, ''::bytea, 0, '{}', 'x', now() from generate_series(1, $3) n`,
      [member.userId, member.userId, MAX_PASSKEYS],
    );
    const passkey = softwareAuthenticator(SITE).create(await beginPasskey.execute(ctx, {}));
    expect(await faultOf(addPasskey.execute(ctx, { label: "One more", passkey }))).toBe("conflict too_many");
  });

  it("asks for a recent proof of identity, a person, a label, and a site with a name", async () => {
    const { member, ctx } = await newcomer();
    expect(await faultOf(beginPasskey.execute(atSite(tenant.ctx(member, { fresh: false })), {}))).toBe(
      "step_up_required",
    );
    expect(await faultOf(beginPasskey.execute(atSite(visitor()), {}))).toBe("unauthenticated");
    expect(await faultOf(beginPasskey.execute(atSite(ctx, "http://127.0.0.1:3000"), {}))).toBe(
      "unavailable site_unnamed",
    );
    const passkey = softwareAuthenticator(SITE).create(await beginPasskey.execute(ctx, {}));
    for (const label of [" ", "\u200b", "x".repeat(61)])
      expect(await faultOf(addPasskey.execute(ctx, { label, passkey }))).toMatch(/^validation too_(small|big)$/);
  });
});

describe("S9 passkeys: keeping", () => {
  it("renames and removes one's own, and nobody else's", async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    const { id } = await withPasskey(one.ctx);
    await renamePasskey.execute(one.ctx, { id, label: "Phone" });
    expect((await listPasskeys.execute(one.ctx, {})).passkeys[0]?.label).toBe("Phone");
    expect(await faultOf(renamePasskey.execute(other.ctx, { id, label: "Mine" }))).toBe("not_found");
    expect(await faultOf(removePasskey.execute(other.ctx, { id }))).toBe("not_found");
    const old = atSite(tenant.ctx(one.member, { fresh: false }));
    expect(await faultOf(removePasskey.execute(old, { id }))).toBe("step_up_required");
    await removePasskey.execute(one.ctx, { id });
    expect(await listPasskeys.execute(one.ctx, {})).toMatchObject({ passkeys: [] });
    expect(await recoveryState.execute(one.ctx, {})).toEqual({ left: 0, made_at: null });
    expect(await lastMail(one.member.email)).toMatchObject({
      kind: "second-factor-removed",
      params: { factor: "passkey" },
    });
  });

  it("an owner keeps the last second factor", async () => {
    const { ctx } = await newcomer("owner");
    const { id } = await withPasskey(ctx);
    expect(await faultOf(removePasskey.execute(ctx, { id }))).toBe("conflict last_factor");
    expect((await listPasskeys.execute(ctx, {})).passkeys).toHaveLength(1);
    await withTotp(ctx);
    await removePasskey.execute(ctx, { id });
    expect((await listPasskeys.execute(ctx, {})).passkeys).toEqual([]);
  });

  it("an owner who removes the last two at once keeps one: the second removal waits and sees the first", async () => {
    const { member, ctx } = await newcomer("owner");
    const [first, second] = [await withPasskey(ctx), await withPasskey(ctx, "Phone")];
    const unit = ctx.begin("test.removal");
    expect(await lockFactors({ unit }, member.userId)).toEqual({ hasTotp: false, passkeys: 2 });
    await deletePasskey({ unit }, member.userId, first.id);
    const [own] = await (await tx({ unit })).$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const fault = faultOf(removePasskey.execute(ctx, { id: second.id }));
    await vi.waitFor(async () => {
      const waiting = await query("select 1 from pg_stat_activity where $1 = any(pg_blocking_pids(pid))", [own?.pid]);
      expect(waiting).toHaveLength(1);
    });
    await unit.commit();
    expect(await fault).toBe("conflict last_factor");
    expect((await listPasskeys.execute(ctx, {})).passkeys).toMatchObject([{ id: second.id }]);
  });
});
