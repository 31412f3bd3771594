import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { createSiweMessage, parseSiweMessage, type SiweMessage } from "viem/siwe";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Ctx } from "@/lib/kernel/context";
import { disconnectDatabase } from "@/lib/platform/db";
import { lastMail } from "@/lib/testing/mails";
import { visitor, withSession } from "@/lib/testing/people";
import { faultOf, refusalOf } from "@/lib/testing/refusals";
import { atSite, codeFor, later, withTotp } from "@/lib/testing/second-factors";
import { query } from "@/lib/testing/sql";
import { type Member, type TestTenant, testMember, testTenant } from "@/lib/testing/tenants";
import { completeMfa } from "../complete-mfa";
import { listLogins } from "../members/list-logins";
import { askWalletMessage } from "./ask-wallet-message";
import { linkWallet } from "./link-wallet";
import { listWallets, MAX_WALLETS } from "./list-wallets";
import { unlinkWallet } from "./unlink-wallet";
import { walletSignIn } from "./wallet-sign-in";

const FIVE_MINUTES = 5 * 60_000;
let tenant: TestTenant;
const fetched = vi.spyOn(globalThis, "fetch");
beforeAll(async () => {
  tenant = await testTenant();
});
afterAll(async () => {
  // Nothing here may ask the network, whatever comes in.
  expect(fetched).not.toHaveBeenCalled();
  await disconnectDatabase();
});

const newWallet = () => privateKeyToAccount(generatePrivateKey());
type Wallet = ReturnType<typeof newWallet>;
type Intent = "link" | "sign_in";

/** Has a wallet sign what the site asks it to, or what was made of that. */
async function signed(ctx: Ctx, wallet: Wallet, intent: Intent, change: Partial<SiweMessage> = {}, signer = wallet) {
  const { message } = await askWalletMessage.execute(ctx, { address: wallet.address, chain_id: 8453, intent });
  const changed = Object.keys(change).length > 0 ? rewritten(message, change) : message;
  return { message: changed, signature: await signer.signMessage({ message: changed }) };
}
const rewritten = (message: string, change: Partial<SiweMessage>) =>
  createSiweMessage({ ...(parseSiweMessage(message) as SiweMessage), ...change });

async function linked(member: Member): Promise<{ wallet: Wallet; ctx: Ctx }> {
  const wallet = newWallet();
  const ctx = tenant.ctx(member);
  await linkWallet.execute(ctx, await signed(ctx, wallet, "link"));
  return { wallet, ctx };
}
const newClient = () => testMember(tenant.id, "client");
const enter = async (wallet: Wallet, change: Partial<SiweMessage> = {}, signer = wallet) => {
  const ctx = visitor();
  return walletSignIn.execute(ctx, await signed(ctx, wallet, "sign_in", change, signer));
};
const records = (member: Member) =>
  query("select method, outcome from login_records where email = $1 order by id", [member.email]);

describe("S9 wallets: linking", () => {
  it("writes a message that names site, purpose, chain and time, with a nonce that is kept as a hash only", async () => {
    const { address } = newWallet();
    const ctx = visitor();
    const asked = await askWalletMessage.execute(ctx, {
      address: address.toLowerCase(),
      chain_id: 84532,
      intent: "sign_in",
    });
    expect(parseSiweMessage(asked.message)).toMatchObject({
      address,
      domain: "127.0.0.1:3000",
      uri: "http://127.0.0.1:3000",
      chainId: 84532,
      version: "1",
      nonce: asked.nonce,
      statement: "Sign in to HashInsight.",
      expirationTime: new Date(asked.expires_at),
    });
    expect(asked.nonce).toMatch(/^[0-9a-f]{64}$/);
    expect(await query("select 1 from one_time_tokens where token_hash = $1", [asked.nonce])).toEqual([]);
    expect(
      await query("select purpose from one_time_tokens where token_hash = encode(sha256($1::bytea), 'hex')", [
        asked.nonce,
      ]),
    ).toEqual([{ purpose: "wallet_nonce" }]);
  });

  it("links, lists and unlinks, and tells the person each time", async () => {
    const member = await newClient();
    const { wallet, ctx } = await linked(member);
    expect(await lastMail(member.email)).toMatchObject({ kind: "second-factor-added", params: { factor: "wallet" } });
    expect(await listWallets.execute(ctx, {})).toMatchObject({
      wallets: [{ address: wallet.address, last_used_at: null }],
    });
    const stranger = tenant.ctx(await newClient());
    expect(await faultOf(unlinkWallet.execute(stranger, { address: wallet.address }))).toBe("not_found");
    const old = tenant.ctx(member, { fresh: false });
    expect(await faultOf(unlinkWallet.execute(old, { address: wallet.address }))).toBe("step_up_required");
    await unlinkWallet.execute(ctx, { address: wallet.address.toLowerCase() });
    expect(await listWallets.execute(ctx, {})).toEqual({ wallets: [], limit: MAX_WALLETS });
    expect(await lastMail(member.email)).toMatchObject({ kind: "second-factor-removed", params: { factor: "wallet" } });
    expect(await faultOf(enter(wallet))).toBe("unauthenticated wallet_unknown");
  });

  it("asks for a person with a recent proof of identity", async () => {
    const member = await newClient();
    const wallet = newWallet();
    const asked = { address: wallet.address, chain_id: 1, intent: "link" as const };
    expect(await faultOf(askWalletMessage.execute(visitor(), asked))).toBe("unauthenticated");
    const good = await signed(tenant.ctx(member), wallet, "link");
    expect(await faultOf(linkWallet.execute(tenant.ctx(member, { fresh: false }), good))).toBe("step_up_required");
    expect(await faultOf(linkWallet.execute(visitor(), good))).toBe("unauthenticated");
  });

  it("takes a signature once, of who asked, and for linking only", async () => {
    const [member, other] = [await newClient(), await newClient()];
    const [ctx, wallet] = [tenant.ctx(member), newWallet()];
    const good = await signed(ctx, wallet, "link");
    await linkWallet.execute(ctx, good);
    expect(await faultOf(linkWallet.execute(ctx, good))).toBe("validation challenge_over");
    const others = await signed(ctx, newWallet(), "link");
    expect(await faultOf(linkWallet.execute(tenant.ctx(other), others))).toBe("validation challenge_over");
    expect(await faultOf(linkWallet.execute(ctx, await signed(ctx, newWallet(), "sign_in")))).toBe(
      "validation wrong_text",
    );
    expect(await faultOf(walletSignIn.execute(visitor(), await signed(ctx, wallet, "link")))).toBe(
      "unauthenticated wrong_text",
    );
  });

  it("refuses the signature of another wallet, and a wallet that is linked already", async () => {
    const [member, other] = [await newClient(), await newClient()];
    const { wallet, ctx } = await linked(member);
    const forged = await signed(ctx, newWallet(), "link", {}, newWallet());
    expect(await faultOf(linkWallet.execute(ctx, forged))).toBe("validation signature_wrong");
    for (const person of [ctx, tenant.ctx(other)])
      expect(await faultOf(linkWallet.execute(person, await signed(person, wallet, "link")))).toBe(
        "conflict wallet_taken",
      );
  });

  it(`keeps ${MAX_WALLETS} and no more`, async () => {
    const member = await newClient();
    for (let count = 0; count < MAX_WALLETS; count++)
      await query("insert into wallets (address, user_id, created_at) values ($1, $2, now())", [
        newWallet().address,
        member.userId,
      ]);
    const ctx = tenant.ctx(member);
    expect(await faultOf(linkWallet.execute(ctx, await signed(ctx, newWallet(), "link")))).toBe("conflict too_many");
  });

  it("needs a site with a name of its own, that no request can choose", async () => {
    const asked = { address: newWallet().address, chain_id: 1, intent: "sign_in" as const };
    const at = (origin: string) => askWalletMessage.execute(atSite(visitor(), origin), asked);
    expect(await faultOf(at("https://evil.example"))).toBe("unavailable site_unbound");
    expect(await faultOf(at("http://[::1]:3000"))).toBe("unavailable site_unnamed");
    expect((await at("http://localhost:3000")).message).toContain("localhost:3000 wants you to sign in");
  });
});

describe("S9 wallets: signing in", () => {
  it("lets a person in by a linked wallet, in the password's place", async () => {
    const member = await newClient();
    const { wallet, ctx } = await linked(member);
    const opened = await enter(wallet);
    expect(opened.user).toEqual({ id: member.userId, email: member.email, role: "client", tenant_id: tenant.id });
    const session = await withSession(opened.sid);
    expect(await query("select amr from sessions where id = $1", [session.session?.id])).toEqual([{ amr: ["wallet"] }]);
    expect(await records(member)).toEqual([{ method: "wallet", outcome: "ok" }]);
    expect((await listWallets.execute(ctx, {})).wallets[0]?.last_used_at).not.toBeNull();
  });

  it.each<[string, Partial<SiweMessage>, string]>([
    ["another site", { domain: "evil.example" }, "wrong_domain"],
    ["another address of a site", { uri: "https://evil.example" }, "wrong_domain"],
    ["another chain", { chainId: 137 }, "wrong_chain"],
    ["another purpose", { statement: "Pay everything to Eve." }, "wrong_text"],
    ["a longer life", { expirationTime: new Date(Date.now() + 86_400_000) }, "message_expired"],
    ["an end in the past", { expirationTime: new Date(Date.now() - 1) }, "message_expired"],
    ["a nonce of one's own", { nonce: "0123456789abcdef".repeat(4) }, "challenge_over"],
    ["a line more", { requestId: "1" }, "wrong_text"],
    ["resources", { resources: ["https://evil.example/all"] }, "wrong_text"],
    ["a time before which it doesn't count", { notBefore: new Date(Date.now() + 60_000) }, "wrong_text"],
  ])("refuses a message for %s, though it is signed", async (_, change, fault) => {
    const { wallet } = await linked(await newClient());
    expect(await faultOf(enter(wallet, change))).toBe(`unauthenticated ${fault}`);
  });

  it("takes a nonce once, also when the signature was wrong, and within five minutes", async () => {
    const { wallet } = await linked(await newClient());
    const ctx = visitor();
    const good = await signed(ctx, wallet, "sign_in");
    await walletSignIn.execute(ctx, good);
    expect(await faultOf(walletSignIn.execute(ctx, good))).toBe("unauthenticated challenge_over");
    const next = await signed(ctx, wallet, "sign_in");
    const forged = { ...next, signature: await newWallet().signMessage({ message: next.message }) };
    expect(await faultOf(walletSignIn.execute(ctx, forged))).toBe("unauthenticated wallet_unknown");
    expect(await faultOf(walletSignIn.execute(ctx, next))).toBe("unauthenticated challenge_over");
    const old = await signed(ctx, wallet, "sign_in");
    expect(await faultOf(walletSignIn.execute(later(ctx, FIVE_MINUTES), old))).toBe("unauthenticated message_expired");
  });

  it("of five uses of one signature at once one wins", async () => {
    const { wallet } = await linked(await newClient());
    const good = await signed(visitor(), wallet, "sign_in");
    const ends = await Promise.allSettled(Array.from({ length: 5 }, () => walletSignIn.execute(visitor(), good)));
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("refuses a text that was changed after it was signed", async () => {
    const { wallet } = await linked(await newClient());
    const ctx = visitor();
    const { message, signature } = await signed(ctx, wallet, "sign_in");
    const chain = message.replace("Chain ID: 8453", "Chain ID: 1");
    expect(await faultOf(walletSignIn.execute(ctx, { message: chain, signature }))).toBe(
      "unauthenticated wallet_unknown",
    );
    for (const text of [`${message}\n`, message.replace("Version: 1", "Version: 01"), message.toLowerCase(), "hello"])
      expect(await faultOf(walletSignIn.execute(ctx, { message: text, signature }))).toBe("unauthenticated wrong_text");
  });

  it("says and records the same of a wallet that nobody linked and of a wrong signature", async () => {
    const member = await newClient();
    const { wallet } = await linked(member);
    const said = ({ code, message, details }: { code: string; message: string; details: object }) => ({
      code,
      message,
      details,
    });
    const unknown = said(await refusalOf(enter(newWallet())));
    expect(unknown).toEqual(said(await refusalOf(enter(wallet, {}, newWallet()))));
    const ctx = visitor();
    const broken = { ...(await signed(ctx, wallet, "sign_in")), signature: `0x${"ff".repeat(65)}` };
    expect(unknown).toEqual(said(await refusalOf(walletSignIn.execute(ctx, broken))));
    expect(await records(member)).toEqual([]);
  });

  it("asks a person with a second factor for it", async () => {
    const member = await newClient();
    const { wallet, ctx } = await linked(member);
    const { secret } = await withTotp(ctx);
    const refused = await refusalOf(enter(wallet));
    expect(refused).toMatchObject({ code: "mfa_required", details: { members: { mfa_methods: ["otp"] } } });
    const next = later(visitor(), 30_000);
    const mfa_token = String(refused.details.members?.mfa_token);
    const opened = await completeMfa.execute(next, { mfa_token, code: codeFor(next, secret) });
    const session = await withSession(opened.sid);
    expect(await query("select amr from sessions where id = $1", [session.session?.id])).toEqual([
      { amr: ["wallet", "otp"] },
    ]);
    expect(await records(member)).toEqual([
      { method: "wallet", outcome: "second_factor_asked" },
      { method: "wallet", outcome: "ok" },
    ]);
  });

  it.each(["owner", "admin"] as const)(
    "never lets an %s in by the wallet alone, but with the second factor",
    async (role) => {
      const member = await testMember(tenant.id, role);
      const { wallet, ctx } = await linked(member);
      expect(await faultOf(enter(wallet))).toBe("forbidden wallet_not_enough");
      expect(await query("select 1 from sessions where user_id = $1 and amr = '{wallet}'", [member.userId])).toEqual(
        [],
      );
      await withTotp(ctx);
      expect(await faultOf(enter(wallet))).toBe("mfa_required");
    },
  );

  it("is refused in the company's own records", async () => {
    const member = await testMember(tenant.id, "admin");
    const { wallet } = await linked(member);
    await faultOf(enter(wallet));
    await query("update users set email_verified_at = null where id = $1", [member.userId]);
    await faultOf(enter(wallet));
    const { items } = await listLogins.execute(tenant.ctx("owner"), { search: member.email });
    expect(items.map(({ method, outcome }) => [method, outcome])).toEqual([
      ["wallet", "unverified"],
      ["wallet", "no_access"],
    ]);
  });

  it("nor a client here who is an owner elsewhere", async () => {
    const member = await newClient();
    const { wallet } = await linked(member);
    const elsewhere = await testTenant();
    await query(
      `insert into user_access (id, tenant_id, user_id, email, name, role, created_at, updated_at)
       values ($1, $2, $3, $4, '', 'owner', now(), now())`,
      [crypto.randomUUID(), elsewhere.id, member.userId, member.email],
    );
    expect(await faultOf(enter(wallet))).toBe("forbidden wallet_not_enough");
  });

  it("lets nobody in whose address is not confirmed, or who has no access any more", async () => {
    const member = await newClient();
    const { wallet } = await linked(member);
    await query("update users set email_verified_at = null where id = $1", [member.userId]);
    expect(await faultOf(enter(wallet))).toBe("email_unverified");
    await query("update users set email_verified_at = now() where id = $1", [member.userId]);
    await query("update user_access set expires_at = now() where user_id = $1", [member.userId]);
    expect(await faultOf(enter(wallet))).toBe("forbidden no_access");
    expect((await records(member)).map(({ outcome }) => outcome)).toEqual(["unverified", "no_access"]);
  });

  it.each([
    { message: "", signature: `0x${"0".repeat(130)}` },
    { message: "x", signature: "0x00" },
    { message: "x".repeat(2_001), signature: `0x${"0".repeat(130)}` },
    { message: "x", signature: `0x${"0".repeat(130)}`, address: "0x" },
  ])("refuses what is no signed message: %j", async (input) => {
    expect((await refusalOf(walletSignIn.execute(visitor(), input))).code).toBe("validation");
  });
});
