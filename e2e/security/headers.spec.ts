import { expect, test } from "@playwright/test";
import {
  buildPolicyRule,
  dataPolicyRule,
  EVERYWHERE,
  handlersIn,
  nonceOf,
  notKept,
  pagePolicyRule,
  scriptsWithout,
} from "./header-rules";
import { type Answer, ask } from "./http";
import { isDevelopment, pagePaths } from "./pages";
import { newCompany, signIn } from "./world";

const visitors: Record<string, Record<string, string>> = { nobody: {}, "the owner": {} };
test.beforeAll(async () => {
  const { people } = await newCompany();
  visitors["the owner"] = { cookie: (await signIn(people.owner)).cookie };
});

/** Asked once; every case looks at the same answer. */
const answers = new Map<string, Promise<Answer>>();
function answered(who: string, line: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  const [method = "", path = ""] = line.split(" ");
  const known = answers.get(`${who} ${line}`);
  if (known) return known;
  const sent = { method, path, headers: { accept: "text/html", ...headers, ...visitors[who] }, timeoutMs: 110_000 };
  const answer = ask({ ...sent, ...(body === undefined ? {} : { body }) });
  answers.set(`${who} ${line}`, answer);
  return answer;
}

for (const who of Object.keys(visitors)) {
  for (const path of pagePaths()) {
    test.describe(`S8 headers › ${who} at ${path}`, () => {
      const page = () => answered(who, `GET ${path}`);
      for (const [name, rule] of Object.entries(EVERYWHERE))
        test(name, async () => expect(rule(await page())).toBeUndefined());
      test("Content-Security-Policy", async () =>
        expect(pagePolicyRule(await isDevelopment())(await page())).toBeUndefined());
      test("Cache-Control", async () => expect(notKept(await page())).toBeUndefined());
      test("no script without the nonce, nothing that runs from an attribute", async () => {
        const { text, headers, status } = await page();
        expect(status).toBeLessThan(500);
        if (!headers["content-type"]?.startsWith("text/html")) return;
        expect(scriptsWithout(text, nonceOf(await page()) ?? "")).toEqual([]);
        expect(handlersIn(text)).toEqual([]);
      });
    });
  }
}

/** `open`: figures for everybody, which may be kept; `body`: JSON that is sent along. */
type Line = { open?: true; body?: string };
const API: [who: string, line: string, status: number, more?: Line][] = [
  ["nobody", "GET /api/btc-price", 200, { open: true }],
  ["nobody", "GET /api/miners/models", 200, { open: true }],
  ["nobody", "GET /api/openapi.json", 200, { open: true }],
  ["nobody", "GET /api/plain/hashprice", 200, { open: true }],
  ["nobody", "GET /ready", 200],
  ["nobody", "GET /api/auth/me", 401],
  ["nobody", "GET /api/nothing/here", 404],
  ["nobody", "POST /api/auth/login", 422, { body: "{}" }],
  ["nobody", "POST /api/auth/reset", 400, { body: "{" }],
  ["nobody", "DELETE /api/auth/login", 405, { open: true }],
  ["nobody", "PUT /api/btc-price", 405, { open: true }],
  ["the owner", "GET /api/auth/me", 200],
  ["the owner", "GET /api/miners/models", 200],
  ["the owner", "GET /api/btc-price", 200],
  ["the owner", "GET /api/user-access", 200],
  ["the owner", "GET /api/audit", 200],
  ["the owner", "GET /api/audit/export", 200],
  ["the owner", "GET /api/login-records", 200],
  ["the owner", "GET /api/platform/tenants", 403],
  ["the owner", "GET /api/audit/999999999999", 404],
  ["the owner", "POST /api/keys", 403, { body: "{}" }],
];
for (const [who, line, status, { open, body } = {}] of API) {
  test.describe(`S8 headers › ${who}: ${line} ${status}`, () => {
    const answer = () =>
      answered(who, line, { accept: "*/*", ...(body ? { "content-type": "application/json" } : {}) }, body);
    test("is what is meant here", async () => expect((await answer()).status).toBe(status));
    for (const [name, rule] of Object.entries(EVERYWHERE))
      test(name, async () => expect(rule(await answer())).toBeUndefined());
    test("Content-Security-Policy", async () => expect(dataPolicyRule(await answer())).toBeUndefined());
    if (!open) test("Cache-Control", async () => expect(notKept(await answer())).toBeUndefined());
    test("its type, with the letters it is in (ASVS 4.1.1)", async () =>
      expect((await answer()).headers["content-type"]).toMatch(/^[a-z]+\/[a-z+-]+; ?charset=utf-8$/i));
  });
}

test.describe("S8 headers › what isn't there, and files", () => {
  const all = (answer: Answer) => Object.values(EVERYWHERE).map((rule) => rule(answer));
  const fine = Object.values(EVERYWHERE).map(() => undefined);
  const dotted = ["/favicon.ico", "/a.b/c", "/en/a.b", "/en/admin/miners/a.b"];
  for (const path of ["/", "/en/no/such/page", "/fr", "/no-such-page", ...dotted])
    test(path, async () => {
      const answer = await answered("nobody", `GET ${path}`);
      expect([...all(answer), pagePolicyRule(await isDevelopment())(answer)]).toEqual([...fine, undefined]);
    });

  for (const path of ["/licence.txt", "/fonts/none.woff2"])
    test(path, async () => {
      const answer = await answered("nobody", `GET ${path}`);
      expect([...all(answer), dataPolicyRule(answer)]).toEqual([...fine, undefined]);
    });

  test("files of the build", async () => {
    const { text } = await answered("nobody", "GET /en");
    const [, script = ""] = /<script[^>]* src="([^"]+)"/.exec(text) ?? [];
    expect(script).toMatch(/^\/_next\//);
    for (const path of [script, "/_next/none", "/_next/static/none.js"]) {
      const answer = await answered("nobody", `GET ${path}`);
      expect([...all(answer), buildPolicyRule(answer)], path).toEqual([...fine, undefined]);
    }
  });
});

test("S8 headers › the nonce differs in 50 fetches", async () => {
  test.setTimeout(300_000);
  const nonces = new Set<string | undefined>();
  for (let batch = 0; batch < 10; batch++) {
    const pages = await Promise.all(Array.from({ length: 5 }, () => ask({ path: "/en/sign-in" })));
    for (const page of pages) nonces.add(nonceOf(page));
  }
  expect(nonces.size).toBe(50);
  expect(nonces).not.toContain(undefined);
});
