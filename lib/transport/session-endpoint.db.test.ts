import { afterAll, describe, expect, it } from "vitest";
import { cookieName, sealCookie } from "@/lib/identity/adapters/session-cookie";
import { login } from "@/lib/identity/use-cases/login";
import { logout } from "@/lib/identity/use-cases/logout";
import { disconnectDatabase } from "@/lib/platform/db";
import { signedUp, visitor, withSession } from "@/lib/testing/people";
import { getSession } from "./session-endpoint";

afterAll(disconnectDatabase);

const ask = (cookie?: string) =>
  getSession(
    new Request("http://127.0.0.1:3000/api/auth/session", {
      headers: { host: "127.0.0.1:3000", ...(cookie ? { cookie } : {}) },
    }),
  );
const cookieFor = async (sid: string) => `${cookieName(false)}=${await sealCookie(sid, false, 3_600)}`;

describe("S9 GET /api/auth/session", () => {
  it("says who is signed in, and keeps the secret alone in the cookie", async () => {
    const { email, password } = await signedUp({ demo: true });
    const { sid } = await login.execute(visitor(), { email, password });
    const answer = await ask(await cookieFor(sid));
    expect(await answer.json()).toMatchObject({ user: { email, role: "owner" } });
    const [renewed = ""] = answer.headers.getSetCookie();
    expect(renewed).toMatch(/^hashinsight=.*HttpOnly/i);
    expect(await (await ask(renewed.split(";")[0])).json()).toMatchObject({ user: { email } });
  });

  it("is null for a session that is over, whose cookie goes, and for no or a made-up one", async () => {
    const { email, password } = await signedUp({ demo: true });
    const { sid } = await login.execute(visitor(), { email, password });
    const cookie = await cookieFor(sid);
    await logout.execute(await withSession(sid), {});
    const answer = await ask(cookie);
    expect(await answer.json()).toBeNull();
    expect(answer.headers.getSetCookie().join()).toMatch(/hashinsight=;.*Max-Age=0/i);
    expect(await (await ask()).json()).toBeNull();
    expect(await (await ask("hashinsight=made-up")).json()).toBeNull();
  });
});
