import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildFiles } from "./build-files";
import { precompress } from "./precompress";

const SCRIPT = `${"export const answer = 42;\n".repeat(200)}`;
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "build-files-"));
  mkdirSync(join(folder, "static", "chunks"), { recursive: true });
  writeFileSync(join(folder, "static", "chunks", "a.js"), SCRIPT);
  writeFileSync(join(folder, "static", "chunks", "tiny.js"), "1");
  writeFileSync(join(folder, "secret.json"), "{}");
  const headers = [{ key: "X-Content-Type-Options", value: "nosniff" }];
  const elsewhere = [{ key: "X-Elsewhere", value: "yes" }];
  const rules = [
    { regex: "^/_next(?:/(.*))?$", headers },
    { regex: "^/api(?:/(.*))?$", headers: elsewhere },
  ];
  writeFileSync(join(folder, "routes-manifest.json"), JSON.stringify({ headers: rules }));
  await precompress(folder);
  server = createServer(
    buildFiles(folder, (asked, response) => {
      response.writeHead(404);
      response.end(`next: ${asked.url}`);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    request({ port, path, method, headers }, resolve).on("error", reject).end(),
  );
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(await answer.toArray()) };
}

test.each([
  ["gzip, deflate, br", "br", brotliDecompressSync],
  ["gzip", "gzip", gunzipSync],
  ["identity", undefined, (body: Buffer) => body],
])("who takes %s gets %s, and the same script", async (accepted, encoding, decode) => {
  const { status, headers, body } = await ask("/_next/static/chunks/a.js", { "accept-encoding": accepted });
  expect(status).toBe(200);
  expect(headers["content-encoding"]).toBe(encoding);
  expect(headers.vary).toBe("Accept-Encoding");
  expect(headers["content-type"]).toContain("javascript");
  expect(headers["cache-control"]).toContain("immutable");
  expect(decode(body).toString()).toBe(SCRIPT);
});

test("has the headers that the configuration gives this path, and no others", async () => {
  const { headers } = await ask("/_next/static/chunks/a.js");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-elsewhere"]).toBeUndefined();
});

test("what is too small to gain is sent as it is; what is known isn't sent again", async () => {
  const { headers, body } = await ask("/_next/static/chunks/tiny.js", { "accept-encoding": "br" });
  expect([headers["content-encoding"], body.toString()]).toEqual([undefined, "1"]);
  const again = await ask("/_next/static/chunks/tiny.js", { "if-none-match": headers.etag ?? "" });
  expect([again.status, again.body.length]).toEqual([304, 0]);
});

test("everything else is Next's, with the address that was asked for", async () => {
  for (const path of [
    "/en",
    "/_next/static/none.js?a=b",
    "/_next/static/../secret.json",
    "/_next/static/%2e%2e/secret.json",
  ])
    expect((await ask(path)).body.toString()).toBe(`next: ${path}`);
  expect((await ask("/_next/static/chunks/a.js", {}, "POST")).body.toString()).toContain("next: ");
});
