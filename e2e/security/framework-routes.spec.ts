import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { contracts } from "@/app/contracts";
import { ROOT } from "@/scripts/process/spawn-node";
import { origin } from "../server";
import { nonceOf, scriptsWithout } from "./header-rules";
import { type Answer, ask, problemOf } from "./http";
import { closedPaths, isDevelopment } from "./pages";
import { rawAnswer, statusOf, trap } from "./raw-socket";
import { type Company, newCompany, signIn } from "./world";

let company: Company;
let cookie: string;
test.beforeAll(async () => {
  company = await newCompany();
  ({ cookie } = await signIn(company.people.owner));
});

/** Who isn't signed in is sent to sign in, or there is nothing: never the page. */
function isClosed({ status, headers, text }: Answer): boolean {
  if (status === 404 || status === 400 || status === 405) return true;
  if ([307, 308, 303].includes(status)) return /^\/(?!\/)/.test(headers.location ?? "");
  // Flight tells inside the answer that there is a redirect, or that it is the page for what is not there.
  return (
    /NEXT_REDIRECT[^"]*\/sign-in|NEXT_HTTP_ERROR_FALLBACK;404|"n":"rest"/.test(text) && !text.includes(company.name)
  );
}

const SKIPPERS = [
  ...["middleware", "proxy", "src/middleware", "src/proxy"].map((name) =>
    Array.from({ length: 5 }, () => name).join(":"),
  ),
  "pages/_middleware",
];
for (const path of closedPaths()) {
  test.describe(`S21 the framework › ${path} stays closed`, () => {
    test("to x-middleware-subrequest in its five forms (CVE-2025-29927)", async () => {
      for (const skipper of SKIPPERS) {
        const answer = await ask({ path, headers: { "x-middleware-subrequest": skipper } });
        expect(isClosed(answer), `${skipper}: ${answer.status}`).toBe(true);
      }
    });

    test("to prefetches of segments and to Flight (CVE-2026-44574, 45109)", async () => {
      const flight = { rsc: "1" };
      const asked: { path: string; headers?: Record<string, string> }[] = [
        { path, headers: flight },
        { path: `${path}?_rsc=1x2y3`, headers: { ...flight, "next-router-prefetch": "1" } },
        { path, headers: { ...flight, "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" } },
        { path, headers: { ...flight, "next-router-state-tree": "%5B%22%22%2C%7B%7D%2Cnull%2C%22refetch%22%5D" } },
        { path: `${path}.rsc` },
        { path: `${path}.rsc`, headers: flight },
        { path: `${path}.segments/_tree.segment.rsc` },
        { path: `${path}.segments/_full.segment.rsc`, headers: flight },
        { path: `${path}.segments/_index.segment.rsc`, headers: flight },
        { path: `${path}.segments/$d$locale.segment.rsc`, headers: flight },
        { path: `${path}.prefetch.rsc` },
        { path: `${path}.txt` },
        { path: `${path}.html` },
        { path: `/_next/data/build${path}.json` },
      ];
      for (const one of asked) {
        const answer = await ask(one);
        expect(isClosed(answer), `${JSON.stringify(one)}: ${answer.status} ${answer.text.slice(0, 300)}`).toBe(true);
      }
    });

    test("to injected parameters and headers of the framework's own", async () => {
      const page = path.slice("/en".length);
      const asked: { path: string; headers?: Record<string, string> }[] = [
        { path: `${path}?nxtPlocale=zh` },
        { path: `${path}?nxtPlocale=%2e%2e` },
        { path: `${path}?__nextLocale=zh&__nextDefaultLocale=zh` },
        { path: `${path}?__nextDataReq=1&__nextSsgPath=/en` },
        { path: `/en?nxtPrest=${page}` },
        { path: "/en", headers: { "x-invoke-path": path, "x-invoke-query": "%7B%7D", "x-invoke-status": "200" } },
        { path: "/en", headers: { "x-matched-path": "/[locale]/overview", "x-now-route-matches": "1=en" } },
        { path: "/en", headers: { "x-middleware-rewrite": path, "x-middleware-next": "1", "x-rewrite-url": path } },
        { path: "/en", headers: { "x-original-url": path, "x-nextjs-data": "1", "x-nextjs-rewritten-path": path } },
        {
          path,
          headers: { "x-middleware-override-headers": "cookie", "x-middleware-request-cookie": "hashinsight=x" },
        },
        { path, headers: { "x-prerender-revalidate": "1", "x-nextjs-postponed": "1", purpose: "prefetch" } },
      ];
      for (const one of asked) {
        const answer = await ask(one);
        const isLanding = one.path.startsWith("/en?") || one.path === "/en";
        expect(isLanding ? answer.status < 500 : isClosed(answer), `${JSON.stringify(one)}: ${answer.status}`).toBe(
          true,
        );
        expect(answer.text).not.toContain(company.name);
      }
    });

    test("to addresses that the proxy doesn't see", async () => {
      const [, ...parts] = path.split("/");
      for (const trick of [
        `/${path}`,
        `/.${path}`,
        `${path}/.`,
        `${path}/`,
        `${path}/..%2f`,
        `/_next/..${path}`,
        `/api/..${path}`,
        `/_next/%2e%2e${path}`,
        `/en/x.y/..${path.slice("/en".length)}`,
        `/EN/${parts.slice(1).join("/")}`,
        `/en/%2e/${parts.slice(1).join("/")}`,
        `${path}%2e`,
        `${path};x=.y`,
        `${path}%00`,
        path.replaceAll("/", "\\"),
        path.replaceAll("/", "//"),
        path.replace(/e/g, "%65"),
      ]) {
        const answer = statusOf(
          await rawAnswer(`GET ${trick} HTTP/1.1\r\nHost: ${new URL(origin()).host}\r\n\r\n`, 20_000),
        );
        expect([200, 0, 500], `${trick}: ${answer}`).not.toContain(answer);
      }
    });
  });
}

for (const { method, path, permission } of contracts.filter(({ permission }) => permission !== "public")) {
  test(`S21 the framework › ${method} ${path} (${permission}) stays closed to x-middleware-subrequest`, async () => {
    const named = path.replaceAll(/\{\w+\}/g, "0190c0de-0000-7000-8000-000000000000");
    for (const skipper of SKIPPERS) {
      const headers = { "x-middleware-subrequest": skipper, "content-type": "application/json" };
      const answer = await ask({ method, path: named, headers, ...(method === "GET" ? {} : { body: "{}" }) });
      expect(problemOf(answer), answer.text).toMatchObject({ code: "unauthenticated" });
    }
  });
}

test.describe("S21 the framework › request lines and upgrades", () => {
  const { host } = new URL(origin());
  const lines = (port: number): Record<string, string> => ({
    "absolute form": `GET http://127.0.0.1:${port}/en HTTP/1.1\r\nHost: ${host}`,
    "absolute form of an action": `POST http://127.0.0.1:${port}/en/sign-in HTTP/1.1\r\nHost: ${host}\r\nNext-Action: x\r\nContent-Length: 2\r\n\r\n[]`,
    "an upgrade": `GET /en HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==`,
    "an upgrade in absolute form (CVE-2026-44578)": `GET http://127.0.0.1:${port}/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==`,
    "an upgrade to HTTP/2": `GET /en HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__`,
    "a tunnel": `CONNECT 127.0.0.1:${port} HTTP/1.1\r\nHost: 127.0.0.1:${port}`,
    "another host": `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Forwarded-Host: 127.0.0.1:${port}`,
    "no host": "GET /en HTTP/1.1",
    "an asterisk": `OPTIONS * HTTP/1.1\r\nHost: ${host}`,
    "two lengths": `POST /api/calculate HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1`,
    "a header with NUL": `GET /en HTTP/1.1\r\nHost: ${host}\r\nX-A: a\0b`,
    "half an escape": `GET /en/% HTTP/1.1\r\nHost: ${host}`,
    "bytes that are no letters": `GET /en/%c0%ae%ff HTTP/1.1\r\nHost: ${host}`,
    "HTTP/0.9": "GET /",
  });
  for (const name of Object.keys(lines(0)))
    test(name, async () => {
      const door = await trap();
      const answer = await rawAnswer(`${lines(door.port)[name]}\r\n\r\n`, (await isDevelopment()) ? 20_000 : 3_000);
      expect(answer).not.toContain("SECRET");
      expect(answer, "no redirect out").not.toMatch(/^location: (?:https?:)?\/\//im);
      expect(statusOf(answer), answer.slice(0, 300)).toBeLessThan(500);
      expect(door.calls(), "nothing was fetched from there").toBe(0);
      await door.close();
      expect((await ask({ path: "/alive" })).status).toBe(200);
    });
});

test.describe("S21 the framework › images, files and sources", () => {
  for (const query of [
    "",
    "?url=%2Flicence.txt&w=64&q=75",
    "?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75",
    "?url=%2F%2Fevil.example%2Fa.avif&w=3840&q=100",
  ])
    test(`/_next/image${query} does nothing (GHSA-2xp9-vwfh-vxw4)`, async () => {
      const answer = await ask({ path: `/_next/image${query}`, headers: { accept: "image/avif,image/webp" } });
      expect([400, 404]).toContain(answer.status);
    });

  for (const path of [
    ...[
      "/.git/HEAD",
      "/.git/config",
      "/.env",
      "/.env.local",
      "/.env.example",
      "/.npmrc",
      "/.next/BUILD_ID",
      "/.data/secrets.json",
    ],
    ...[
      "/package.json",
      "/package-lock.json",
      "/next.config.ts",
      "/proxy.ts",
      "/prisma/schema/identity.prisma",
      "/tsconfig.json",
    ],
    ...["/node_modules/next/package.json", "/server.js", "/_next/server/app-paths-manifest.json", "/_next/BUILD_ID"],
    ...[
      "/_next/static/..%2f..%2fserver%2fserver-reference-manifest.json",
      "/_next/static/../../package.json",
      "/..%2f..%2fetc%2fpasswd",
    ],
    ...[
      "/api/docs/..%2f..%2fpackage.json",
      "/api/docs/package.json",
      "/fonts/noto-sans-sc/x/..%2f..%2fpackage.json",
      "/en/..%2f..%2fpackage.json",
    ],
    ...[
      "/debug",
      "/server-status",
      "/actuator/env",
      "/phpinfo.php",
      "/wp-login.php",
      "/__nextjs_original-stack-frames",
    ],
  ])
    test(`${path} isn't there (ASVS 13.4)`, async () => {
      test.skip(path.startsWith("/__nextjs") && (await isDevelopment()), "a tool of the development server");
      const answer = await ask({ path });
      expect([301, 307, 308, 400, 404, 405], answer.text.slice(0, 200)).toContain(answer.status);
      expect(answer.text).not.toMatch(/\[core\]|root:x:|"dependencies"|AUTH_SECRET=|ref: refs/);
    });

  test("no map of the sources comes with what the browser runs (ASVS 13.4.5)", async () => {
    test.skip(await isDevelopment(), "there the maps are meant to be");
    const { text } = await ask({ path: "/en/overview", headers: { cookie } });
    const chunks = [...new Set(text.match(/\/_next\/static\/[^"'\\ ]+\.(?:js|css)/g) ?? [])];
    expect(chunks.length).toBeGreaterThan(2);
    for (const chunk of chunks) {
      expect((await ask({ path: `${chunk}.map` })).status, `${chunk}.map`).toBe(404);
      expect((await ask({ path: chunk })).text).not.toMatch(/sourceMappingURL=(?!data:)/);
    }
  });

  test("no route of a test or a bench is in the product (ASVS 15.2.3)", () => {
    const listed = JSON.parse(readFileSync(join(ROOT, "app", "openapi.snapshot.json"), "utf8")) as { paths: object };
    expect(Object.keys(listed.paths).filter((path) => /test|bench|debug/.test(path))).toEqual([]);
  });
});

test("S21 the framework › a page takes no nonce that a visitor sends along", async () => {
  const mine = "bWluZW1pbmVtaW5lbWluZW1pbmU=";
  const headers = {
    "x-nonce": mine,
    "content-security-policy": `script-src 'nonce-${mine}'`,
    "x-page-path": "//evil.example",
  };
  for (const path of ["/en", "/en/overview", "/en/sign-in"]) {
    const answer = await ask({ path, headers });
    expect(nonceOf(answer)).not.toBe(mine);
    expect(answer.text).not.toContain(mine);
    expect(answer.headers.location ?? "").not.toContain("evil.example");
    expect(scriptsWithout(answer.text, nonceOf(answer) ?? "")).toEqual([]);
  }
});

test("S21 the framework › two people, the same address and body, at once: each reads their own (CVE-2026-64645)", async () => {
  const strangers = await newCompany();
  const { cookie: theirs } = await signIn(strangers.people.owner);
  const me = company.people.owner;
  const them = strangers.people.owner;
  for (let round = 0; round < 3; round++) {
    for (const path of ["/api/auth/me", "/en/overview", "/api/user-access"]) {
      const [mine, others, nobody] = await Promise.all([
        ask({ path, headers: { cookie } }),
        ask({ path, headers: { cookie: theirs } }),
        ask({ path }),
      ]);
      expect(mine?.text).toContain(me.email);
      expect(mine?.text).not.toContain(them.email);
      expect(others?.text).toContain(them.email);
      expect(others?.text).not.toContain(me.email);
      expect(nobody?.text).not.toContain("quiet.example");
    }
  }
});
