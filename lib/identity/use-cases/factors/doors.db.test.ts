import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieName, sealCookie } from "@/lib/identity/adapters/session-cookie";
import { newSecret, sha256Hex } from "@/lib/identity/core/digest";
import { factorsContract } from "@/lib/identity/core/factors/contract";
import { disconnectDatabase } from "@/lib/platform/db";
import { SITE, withPasskey } from "@/lib/testing/second-factors";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testMember, testTenant } from "@/lib/testing/tenants";
import { serve } from "@/lib/transport/serve";
import { askPasskey } from "./ask-passkey";
import { beginTotp } from "./begin-totp";
import { passkeySignIn } from "./passkey-sign-in";
import { removeTotp } from "./remove-totp";

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await testTenant();
});
afterAll(disconnectDatabase);

const HEADERS = {
  host: "localhost:3000",
  origin: SITE,
  "content-type": "application/json",
  "x-client-address": "203.0.113.9",
};
const post = (body: unknown, more: Record<string, string> = {}, method = "POST") =>
  new Request(`${SITE}/api`, { method, headers: { ...HEADERS, ...more }, body: JSON.stringify(body) });

/** The cookie of a member's own session. */
async function cookieOf(sessionId: string): Promise<string> {
  const sid = newSecret();
  await query("update sessions set sid_hash = $2 where id = $1", [sessionId, await sha256Hex(sid)]);
  return `${cookieName(false)}=${await sealCookie(sid, false, 3_600)}`;
}

describe("S9 second factors over HTTP", () => {
  it("a passkey opens a session: the secret goes into the cookie and nowhere else", async () => {
    const member = await testMember(tenant.id, "client");
    const device = await withPasskey(tenant.ctx(member));
    const asked = await serve(factorsContract.askPasskey, askPasskey)(post({}));
    const passkey = device.get((await asked.json()) as { options: Record<string, unknown> });
    const response = await serve(factorsContract.passkeySignIn, passkeySignIn)(post({ passkey }));
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toMatch(/^hashinsight=[^;]+; Path=\/; .*HttpOnly; SameSite=Lax$/);
    const body = (await response.json()) as Record<string, unknown>;
    expect(Object.keys(body).toSorted()).toEqual(["access_token", "expires_at", "refresh_token", "user"]);
  });

  it("a refusal names the field and its code, and sets no cookie", async () => {
    const asked = await serve(factorsContract.askPasskey, askPasskey)(post({}));
    const member = await testMember(tenant.id, "client");
    const device = await withPasskey(tenant.ctx(member));
    const options = (await asked.json()) as { options: Record<string, unknown> };
    const passkey = device.get(options, { spoilt: true });
    const response = await serve(factorsContract.passkeySignIn, passkeySignIn)(post({ passkey }));
    expect(response.status).toBe(401);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await response.json()).toMatchObject({ errors: [{ path: "passkey", code: "passkey_unknown" }] });
  });

  it("another site's page changes nothing, nor does a session whose proof is too old", async () => {
    const member = await testMember(tenant.id, "client");
    const cookie = await cookieOf(member.sessionId);
    const begin = serve(factorsContract.beginTotp, beginTotp);
    const remove = serve(factorsContract.removeTotp, removeTotp);
    expect((await begin(post({}, { cookie, origin: "https://evil.example" }))).status).toBe(403);
    expect((await remove(post({}, { cookie, origin: "null" }, "DELETE"))).status).toBe(403);
    expect((await begin(post({}, { cookie }))).status).toBe(200);
    await query("update sessions set proved_at = now() - interval '11 minutes' where id = $1", [member.sessionId]);
    const response = await begin(post({}, { cookie }));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "step_up_required" });
  });
});
