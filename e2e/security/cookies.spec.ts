import { expect, test } from "@playwright/test";
import { demoLogin } from "../accounts";
import { origin } from "../server";
import { actionPlaces, allActions } from "./actions";
import { callAction } from "./call-action";
import { type Answer, ask, ourPage, ownAddress } from "./http";
import { isDevelopment, pagePaths } from "./pages";

test.describe("S8 headers › cookies and the end of a session", () => {
  /** Without the value and how long it lasts. */
  const shapeOf = (cookie: string): string =>
    cookie
      .replace(/^([^=]+)=[^;]*/, "$1")
      .replace(/(max-age|expires)=[^;]*/gi, "$1")
      .toLowerCase();
  const shapes = ({ headers }: Answer): string[] => (headers["set-cookie"] ?? []).map(shapeOf).sort();
  const login = async () => {
    const { email, password } = demoLogin("guest");
    const body = JSON.stringify({ email, password });
    return ask({ method: "POST", path: "/api/auth/login", headers: ourPage(), body, from: ownAddress() });
  };
  const sentBack = ({ headers }: Answer): string => String(headers["set-cookie"]?.[0]).split(";")[0] ?? "";

  test("REST sets the session and what knows the device, for HTTP alone, and no other site's form", async () => {
    expect(shapes(await login())).toEqual([
      "hashinsight; path=/; max-age; httponly; samesite=lax",
      "hashinsight_device; path=/; max-age; httponly; samesite=lax",
    ]);
  });

  test("the form sets the same", async () => {
    const action = (await allActions()).find(({ name }) => name === "signIn");
    const places = actionPlaces(await isDevelopment());
    const place = places.get(`${action?.file} ${action?.name}`);
    if (!action || !place) throw new Error("There is no action to sign in");
    const { email, password } = demoLogin("guest");
    const call = { headers: { origin: origin() }, fields: { email, password, locale: "en" }, from: ownAddress() };
    const { answer, returned } = await callAction(action, place, call);
    expect(returned, answer.text).toMatchObject({ status: "done" });
    const sorted = shapes(answer).map((shape) => shape.split("; ").sort().join("; "));
    expect(sorted).toEqual([
      "expires; hashinsight; httponly; max-age; path=/; samesite=lax",
      "expires; hashinsight_device; httponly; max-age; path=/; samesite=lax",
    ]);
  });

  test("one that stood there before never survives (fixation)", async () => {
    const before = sentBack(await login());
    const { email, password } = demoLogin("guest");
    const headers = { ...ourPage(), cookie: before };
    const body = JSON.stringify({ email, password });
    const again = await ask({ method: "POST", path: "/api/auth/login", headers, body, from: ownAddress() });
    expect(again.status, again.text).toBe(200);
    expect(sentBack(again)).not.toBe(before);
    const chosen = { ...ourPage(), cookie: "hashinsight=chosen-by-somebody-else" };
    const fixed = await ask({ method: "POST", path: "/api/auth/login", headers: chosen, body, from: ownAddress() });
    expect(sentBack(fixed)).not.toContain("chosen-by-somebody-else");
  });

  test("the end takes the cookie, what the browser kept, and the session", async () => {
    const cookie = sentBack(await login());
    const end = await ask({
      method: "POST",
      path: "/api/auth/logout",
      headers: { ...ourPage(), cookie },
      body: "{}",
    });
    expect(end.status, end.text).toBe(200);
    expect(end.headers["clear-site-data"]).toBe('"cache", "storage"');
    expect(end.headers["set-cookie"]).toEqual(["hashinsight=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"]);
    expect((await ask({ path: "/api/auth/me", headers: { cookie } })).status).toBe(401);
  });

  test("a page sets no cookie but the language's", async () => {
    for (const path of pagePaths()) {
      const { headers } = await ask({ path, headers: { accept: "text/html" }, timeoutMs: 110_000 });
      for (const cookie of headers["set-cookie"] ?? []) expect(cookie).toMatch(/^NEXT_LOCALE=(en|zh);.*SameSite=lax/i);
    }
  });
});
