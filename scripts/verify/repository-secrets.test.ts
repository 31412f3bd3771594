import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { repositorySecrets, secretsIn } from "./repository-secrets";

const random = (bytes: number) => randomBytes(bytes).toString("base64url");
const letters = (count: number) => randomBytes(count).toString("hex").toUpperCase().slice(0, count);

// Put together here, so that this file has none itself.
const PLANTED: [what: string, text: string][] = [
  ["a private key", `-----BEGIN ${"EC "}PRIVATE KEY-----\nMHcCAQEEIBkg4LVWM9nuwNSk3`],
  ["a private key", `"-----BEGIN PRIVATE ${"KEY-----"}\\nMIIEvQIBADANBgkqhkiG"`],
  ["a key of a cloud", `id = AKIA${letters(16)}`],
  ["a key of a cloud", `AIza${random(40).slice(0, 35)}`],
  ["an API key of the product", `x-api-key: mk_${"live"}_AbCd1234_${letters(49)}`],
  ["a signed token", `eyJ${random(20)}.eyJ${random(20)}.${random(32)}`],
  ["a payment key", `sk_${"live"}_${letters(24)}`],
  ["an access token of a forge or registry", `gh${"p"}_${letters(36)}`],
  ["an access token of a forge or registry", `npm_${letters(36)}`],
  ["a mail key", `SG.${random(16)}.${random(32)}`],
  ["a password in an address", `postgres://app:${random(12)}@db.somebody.io:5432/app`],
  ["a password in an address", `smtps://me:${random(12)}@smtp.somebody.io`],
  ["a secret under its name", `const AUTH_SECRET = "${random(32)}a1";`],
  ["a secret under its name", `"api_key": "${random(32)}a1"`],
  ["a secret under its name", `privateKey: '0x${randomBytes(32).toString("hex")}'`],
];

describe("S23 logs and secrets › the repository", () => {
  it("has none", async () => {
    expect((await repositorySecrets.run()).faults).toEqual([]);
  });

  it.each(PLANTED)("is searched for %s", (what, text) => {
    const found = secretsIn("some/file.ts", `first line\n${text}\n`);
    expect(found).toEqual(expect.arrayContaining([expect.stringMatching(`^some/file.ts:2 has ${what}: `)]));
    expect(found.join().length).toBeLessThan(120);
  });

  it("is searched for keys in hex, whatever their digits", () => {
    const missed = Array.from({ length: 2_000 }, (_, index) => randomBytes(10 + (index % 23)).toString("hex"))
      .filter((key) => /[a-f]/.test(key) && /\d/.test(key))
      .filter((key) => secretsIn("some/file.ts", `privateKey: "${key}"`).length === 0);
    expect(missed).toEqual([]);
  });

  it.each([
    "postgres://user:password@host:5432/name",
    "postgres://me:hunter2@db.example:5432/app",
    "postgres://postgres:postgres@127.0.0.1:5432/postgres",
    ["`smtp://$", "{user}:$", "{password}@$", "{host}`"].join(""),
    'const tokenHash = "0000000000000000000000000000000000000000000000000000000000000000"',
    'password: "correct horse battery staple"',
    'secret: "a-long-word-with-hyphens-and-no-digits"',
    "https://example.com/a:b@c",
  ])("may have %s", (text) => {
    expect(secretsIn("some/file.ts", text)).toEqual([]);
  });

  it("may have what is meant to look like one, in its file alone", () => {
    const text = `AKIA${letters(16)}`;
    const meant = [{ file: "some/file.ts", text, reason: "a test vector" }];
    expect(secretsIn("some/file.ts", text, meant)).toEqual([]);
    expect(secretsIn("other/file.ts", text, meant)).toHaveLength(1);
  });
});
