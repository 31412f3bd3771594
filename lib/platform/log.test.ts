import pino from "pino";
import { describe, expect, it } from "vitest";
import { logOptions } from "./log";
import { scrub, scrubText } from "./scrub";

function lines(write: (log: pino.Logger) => void): string[] {
  const written: string[] = [];
  write(pino({ ...logOptions, level: "trace" }, { write: (text: string) => void written.push(text) }));
  return written;
}

const line = (fields: object, words = "words"): string => lines((log) => log.info(fields, words)).join("");

const NAMES = [
  ...[
    "password",
    "new_password",
    "currentPassword",
    "password_hash",
    "passphrase",
    "token",
    "access_token",
    "refreshToken",
  ],
  ...["mfa_token", "token_hash", "tokens", "secret", "client_secret", "secret_box", "api_key", "apiKey", "x-api-key"],
  ...[
    "authorization",
    "Authorization",
    "Proxy-Authorization",
    "cookie",
    "Set-Cookie",
    "connectionString",
    "DATABASE_URL",
  ],
  ...["AUTH_SECRET", "ENCRYPTION_KEY", "SMTP_URL", "SENDGRID_API_KEY", "seed_phrase", "mnemonic", "private_key", "sid"],
  ...["sid_hash", "otp", "totp", "otp_code", "mfaCode", "recovery_codes", "payload_box"],
];

describe("S23 logs and secrets › a log line", () => {
  it.each(NAMES)("has nothing under the name %s, at any depth", (name) => {
    const deep = { a: { b: { c: [{ d: { [name]: "hunter2" } }] } } };
    for (const fields of [{ [name]: "hunter2" }, { request: { headers: { [name]: ["hunter2"] } } }, deep]) {
      expect(line(fields)).not.toContain("hunter2");
      expect(line(fields)).toContain("[redacted]");
    }
  });

  it.each([
    "code",
    "name",
    "email",
    "source",
    "keyId",
    "tenant_id",
    "token_count",
    "cookies_kept",
    "author",
    "fault_kind",
  ])("keeps what stands under %s", (name) => {
    expect(line({ [name]: "ECONNREFUSED" })).toContain("ECONNREFUSED");
  });

  it("drops a code of digits, which is a person's, and keeps an error's", () => {
    expect(line({ code: "123456" })).not.toContain("123456");
    expect(line({ input: { code: 12345678 } })).not.toContain("12345678");
    expect(line({ err: Object.assign(new Error("x"), { code: "23505" }) })).toContain("23505");
  });

  const KEY = `mk_live_AbCd1234_${"x".repeat(43)}abcdef`;
  const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
  it.each([
    ["an API key", `call with ${KEY} failed`, "call with mk_live_AbCd1234_[redacted] failed", "xxxx"],
    ["a signed token", `token ${JWT} expired`, "token [redacted] expired", "c2lnbmF0dXJl"],
    ["an encrypted token", `cookie ${JWT}.AAAA.BBBB`, "cookie [redacted]", "BBBB"],
    ["a bearer token", "authorization: Bearer abcdefgh.ijkl", "authorization: Bearer [redacted]", "ijkl"],
    ["a basic login", "Basic dXNlcjpwYXNz", "Basic [redacted]", "dXNlcjpwYXNz"],
    [
      "the password of a database",
      "postgres://me:s3cr3t@db:5432/app",
      "postgres://me:[redacted]@db:5432/app",
      "s3cr3t",
    ],
    ["the password of a mail server", "smtps://me%40x:p+w@mail", "smtps://me%40x:[redacted]@mail", "p+w"],
    [
      "a private key",
      "-----BEGIN EC PRIVATE KEY-----\nMHcC\n-----END EC PRIVATE KEY-----",
      "PRIVATE KEY-----[redacted]",
      "MHcC",
    ],
    ["a private key that was cut", "-----BEGIN PRIVATE KEY-----\nMHcC", "PRIVATE KEY-----[redacted]", "MHcC"],
    ["our cookie", "__Host-hashinsight=abcdef; Path=/", "__Host-hashinsight=[redacted]; Path=/", "abcdef"],
    ["a link's token", "GET /reset?token=abc-DEF&x=1", "GET /reset?token=[redacted]&x=1", "abc-DEF"],
    ["a code in an address", "/callback?code=4/0AX&state=s", "/callback?code=[redacted]&state=s", "0AX"],
    ["a field of an object", `{"newPassword":"hunter2","n":1}`, `"n":1}`, "hunter2"],
    [
      "an argument of a query",
      "create({ data: { passwordHash: '$argon2id$v' } })",
      "passwordHash: '[redacted]'",
      "argon2id",
    ],
    ["a key of a payment provider", "sk_live_51Habcdefgh", "[redacted]", "51Habcdefgh"],
    ["a key of a cloud", `key AKIA${"A1B2C3D4E5F6G7H8"}`, "key [redacted]", "A1B2C3D4"],
  ])("keeps out %s: in its words, in a field, or in an error", (_, text, left, secret) => {
    const err = new Error(text, { cause: new Error(text) });
    for (const written of [line({}, text), line({ fault: text }), line({ err })]) {
      expect(written).not.toContain(secret);
      expect(written).toContain(JSON.stringify(left).slice(1, -1));
    }
  });

  it("shows the links of the local mailbox, and hides them anywhere else", () => {
    const links = ["http://127.0.0.1:3000/en/verify?token=abc"];
    expect(line({ links })).toContain("token=abc");
    expect(line({ link: links[0] })).not.toContain("token=abc");
  });

  it.each([
    ["a line break", "a\r\nlevel=fatal"],
    ["an escape sequence", "a\u001b[31mred"],
    ["a NUL", "a\u0000b"],
    ["a line separator", "a\u2028b"],
    ["a next line", "a\u0085b"],
  ])("stays one line whoever reads it: %s", (_, text) => {
    for (const written of [line({ name: text }), line({}, text), line({ [text]: 1 })]) {
      expect(written.trimEnd().split(/\r|\n|\u2028|\u0085/)).toHaveLength(1);
      const { time, level, ...parsed } = JSON.parse(written);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(JSON.stringify(Object.entries(parsed).flat())).not.toMatch(/\\[rnu]|[\u0000-\u001f\u007f-\u009f\u2028]/);
    }
  });

  it("keeps the stack of an error, and its parts", () => {
    const parsed = JSON.parse(line({ err: Object.assign(new TypeError("oops"), { status: 7 }) }));
    expect(parsed.err).toMatchObject({ type: "TypeError", message: "oops", status: 7 });
    expect(parsed.err.stack.split("\n").length).toBeGreaterThan(1);
    const [alone = ""] = lines((log) => log.error(new Error("alone")));
    expect(JSON.parse(alone).err.message).toBe("alone");
  });

  it("writes one JSON line with a UTC time and the level in words", () => {
    const parsed = JSON.parse(line({ source: "coingecko" }));
    expect(parsed).toMatchObject({ level: "info", source: "coingecko", msg: "words" });
    expect(parsed.time).toMatch(/Z$/);
  });
});

describe("scrub", () => {
  it("leaves values that are no secret as they are", () => {
    const at = new Date(0);
    expect(scrub({ n: 1, ok: true, none: null, at, list: [1, "a"], big: 10n })).toEqual({
      ...{ n: 1, ok: true, none: null, at, list: [1, "a"], big: 10n },
    });
    expect(scrubText("difficulty adjusted by 3.1 %, see https://mempool.space/api/blocks?limit=10")).toContain(
      "limit=10",
    );
  });

  it.each([
    ["words and hyphens", "a-".repeat(50_000)],
    ["openings of secrets", "password='".repeat(10_000)],
    ["schemes", "a://a:".repeat(20_000)],
    ["beginnings of keys", "-----BEGIN PRIVATE KEY-----".repeat(4_000)],
    ["parameters", "?token".repeat(20_000)],
    ["tokens", "eyJ".repeat(40_000)],
  ])("costs little for a hostile text of %s, and cuts it", (_, text) => {
    const started = performance.now();
    expect(scrubText(text).length).toBeLessThan(11_000);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("reads headers, maps and bytes, and ends in a circle", () => {
    const circle: Record<string, unknown> = { name: "a" };
    circle.self = circle;
    expect(scrub(circle)).toEqual({ name: "a", self: "[…]" });
    expect(scrub(new Headers({ cookie: "a=b", accept: "x" }))).toEqual({ cookie: "[redacted]", accept: "x" });
    expect(scrub({ key: new Uint8Array(4) })).toEqual({ key: "[4 bytes]" });
  });
});
