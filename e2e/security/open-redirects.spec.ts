import { expect, test } from "@playwright/test";
import { demoLogin } from "../accounts";
import { origin } from "../server";
import { type Action, actionPlaces, allActions, type Place } from "./actions";
import { callAction } from "./call-action";
import { ask, ownAddress } from "./http";
import { isDevelopment } from "./pages";
import { rawAnswer, statusOf } from "./raw-socket";
import { newCompany, signIn } from "./world";

const TRICKS: Record<string, string> = {
  "another host": "https://evil.example",
  "no scheme": "//evil.example",
  "three slashes": "///evil.example",
  "slash and backslash": "/\\evil.example",
  backslashes: "\\\\evil.example",
  "a scheme without slashes": "https:evil.example",
  "escaped slashes": "/%2f%2fevil.example",
  "twice escaped slashes": "/%252f%252fevil.example",
  "an escaped backslash": "/%5cevil.example",
  "up and out": "/en/..//evil.example",
  "escaped dots": "/en/%2e%2e//evil.example",
  "javascript:": "javascript:alert(1)",
  "data:": "data:text/html,<script>alert(1)</script>",
  "a user name": "/en@evil.example",
  "ours as a user name": "http://127.0.0.1@evil.example",
  "a tab between the slashes": "/\t/evil.example",
  "a new line between the slashes": "/\n/evil.example",
  "a header": "/en\r\nLocation: https://evil.example",
  "an escaped header": "/en?x=%0d%0aLocation:%20https://evil.example",
  "a blank in front": " //evil.example",
  "full-width slashes": "／／evil.example",
  "a dot of another script": "//evil。example",
  "a language glued to a host": "/en.evil.example",
  "a port of ours and a host": "//127.0.0.1:80@evil.example/en",
  "the API": "/api/auth/logout",
};

let cookie: string;
let enter: Action;
let place: Place;
test.beforeAll(async () => {
  const { people } = await newCompany();
  ({ cookie } = await signIn(people.owner));
  await ask({ path: "/en/sign-in", timeoutMs: 110_000 });
  const action = (await allActions()).find(({ name }) => name === "signIn");
  const found = actionPlaces(await isDevelopment()).get(`${action?.file} signIn`);
  if (!action || !found) throw new Error("There is no action to sign in");
  [enter, place] = [action, found];
});

/** Where a browser ends up that is sent there by a page of ours. */
function isOurs(location: string | undefined): boolean {
  if (location === undefined) return true;
  return !/[\r\n]/.test(location) && new URL(location, origin()).origin === origin();
}

for (const [name, trick] of Object.entries(TRICKS)) {
  test.describe(`S19 open redirects › ${name}`, () => {
    for (const parameter of ["next", "callbackUrl"])
      test(`as ${parameter} of the sign-in page, signed in`, async () => {
        const answer = await ask({
          path: `/en/sign-in?${new URLSearchParams({ [parameter]: trick })}`,
          headers: { cookie },
        });
        expect(answer.status).toBe(307);
        expect(answer.headers.location).toBe("/en/overview");
      });

    test("as next of the sign-in page, which keeps it for later", async () => {
      const { text } = await ask({ path: `/en/sign-in?${new URLSearchParams({ next: trick })}` });
      const [field] = /<input[^>]*name="next"[^>]*>/.exec(text) ?? [];
      expect(field).toContain('value="/en/overview"');
    });

    test("in the form that signs in", async () => {
      const { email, password } = demoLogin("guest");
      const call = { headers: { origin: origin() }, fields: { email, password, locale: "en", next: trick } };
      const { returned, answer } = await callAction(enter, place, { ...call, from: ownAddress() });
      expect(returned, answer.text).toEqual({ status: "done", goTo: "/en/overview" });
    });

    test("in the address of a page that asks for a session", async () => {
      const asked = `/en/overview?${new URLSearchParams({ next: trick, callbackUrl: trick })}`;
      const headers = { "x-forwarded-host": "evil.example", "x-page-path": trick.replace(/[^\x20-\x7e]/g, "") };
      const { status, headers: got } = await ask({ path: asked, headers });
      expect(status).toBe(307);
      expect(isOurs(got.location)).toBe(true);
      const to = new URL(got.location ?? "", origin());
      expect(to.pathname).toBe("/en/sign-in");
      expect(to.searchParams.get("next")).toBe(asked);
    });

    test("as an address, on its way to its language", async () => {
      test.skip(
        (await isDevelopment()) && /^[a-z]+:/i.test(trick),
        "the web server of the product reads the request line",
      );
      const { host } = new URL(origin());
      const path = encodeURI(trick).replaceAll("%25", "%");
      const answer = await rawAnswer(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept-Language: zh\r\n\r\n`, 20_000);
      const [, location] = /^location: (.*)\r$/im.exec(answer) ?? [];
      expect(statusOf(answer), answer.slice(0, 200)).toBeLessThan(500);
      expect(isOurs(location), location).toBe(true);
      expect(location ?? "").not.toMatch(/^\/[\\/]/);
    });
  });
}
