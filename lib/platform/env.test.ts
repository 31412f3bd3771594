import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";

const DATABASE_URL = "postgres://user:secret@127.0.0.1:5432/app";
const keys = {
  AUTH_SECRET: randomBytes(24).toString("base64url"),
  ENCRYPTION_KEY: randomBytes(30).toString("base64url"),
};
const parse = (raw: Record<string, string | undefined>) => parseEnv({ ...keys, ...raw });

describe("parseEnv", () => {
  it("fills in the defaults", () => {
    expect(parse({ DATABASE_URL })).toMatchObject({
      HOST: "127.0.0.1",
      PORT: 3000,
      NETWORK: "on",
      DATA_DIR: ".data",
    });
  });

  it("takes an empty value as not set", () => {
    expect(parse({ DATABASE_URL, PORT: "" }).PORT).toBe(3000);
  });

  it.each([
    [{}, "DATABASE_URL is missing"],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL must look like postgres://"],
    [{ DATABASE_URL, PORT: "0" }, "PORT"],
    [{ DATABASE_URL, PORT: "abc" }, "PORT must be a port number"],
    [{ DATABASE_URL, NETWORK: "maybe" }, 'NETWORK must be "on" or "off"'],
    [{ DATABASE_URL, MEMPOOL_BASE_URL: "file:///etc/passwd" }, "MEMPOOL_BASE_URL must be an http(s) address"],
    [{ DATABASE_URL, SMTP_URL: "mail.example.com" }, "SMTP_URL must look like smtp://"],
    [{ DATABASE_URL, MAIL_FROM: "Us <us@example.com>" }, "MAIL_FROM must be one plain address"],
    [{ DATABASE_URL, SMTP_URL: "smtp://a.example" }, "MAIL_FROM is missing: SMTP_URL needs"],
    [{ DATABASE_URL, SENDGRID_API_KEY: "k" }, "MAIL_FROM is missing: SENDGRID_API_KEY needs"],
    [
      { DATABASE_URL, SENDGRID_API_KEY: "k", SMTP_URL: "smtp://a.example", MAIL_FROM: "us@example.com" },
      "SMTP_URL and SENDGRID_API_KEY are both set",
    ],
    [{ DATABASE_URL, REDIS_URL: "localhost:6379" }, "REDIS_URL must look like redis://"],
    [{ DATABASE_URL, UPSTASH_REDIS_REST_URL: "redis.example" }, "UPSTASH_REDIS_REST_URL must be an http(s) address"],
    [{ DATABASE_URL, UPSTASH_REDIS_REST_URL: "https://a.example" }, "UPSTASH_REDIS_REST_TOKEN is missing"],
    [{ DATABASE_URL, UPSTASH_REDIS_REST_TOKEN: "t" }, "UPSTASH_REDIS_REST_URL is missing"],
    [
      { DATABASE_URL, REDIS_URL: "redis://a", UPSTASH_REDIS_REST_URL: "https://a.example" },
      "REDIS_URL and UPSTASH_REDIS_REST_URL or its token are both set",
    ],
    [{ DATABASE_URL, APP_URL: "mine.example.org" }, "APP_URL must be an http(s) address"],
  ])("says of %j what is wrong", (raw, message) => {
    expect(() => parse(raw)).toThrow(message);
  });

  it("names every wrong variable at once and never repeats a value", () => {
    const attempt = () => parse({ DATABASE_URL: "hunter2", PORT: "-1", SMTP_URL: "smtp://hunter2@a" });
    expect(attempt).toThrow(/PORT[\s\S]*DATABASE_URL/);
    expect(attempt).not.toThrow("hunter2");
  });
});

describe("S23 logs and secrets › a start refuses", () => {
  const R = "k3Jq8ZtV0bXw5LmN2cRyF7hGdS9uPeA1";
  it.each([
    ["no secret", undefined, "is missing"],
    ["an empty one", " ", "is missing"],
    ["a short one", R.slice(1), "is too short"],
    ["a word of a manual", "changeme-changeme-changeme-changeme", "is not a secret"],
    ["such a word with more", `${R}-change_me`, "is not a secret"],
    ["another", `your-secret-${R}`, "is not a secret"],
    ["the product's name", `HashInsight${R}`, "is not a secret"],
    ["one letter", "a".repeat(40), "is not a secret"],
    ["few letters", "aabbccddeeffgaabbgccddeeffaabbcc", "is not a secret"],
    ["a row of keys", `qwertyuiop-${R}`, "is not a secret"],
    ["a row of digits", `0123456789${R}`, "is not a secret"],
    ["a short text again and again", "x7Kp9Qw2".repeat(5), "is not a secret"],
  ])("%s as AUTH_SECRET or ENCRYPTION_KEY", (_, value, words) => {
    for (const name of ["AUTH_SECRET", "ENCRYPTION_KEY"]) {
      expect(() => parse({ DATABASE_URL, [name]: value })).toThrow(`${name} ${words}`);
      if (value?.trim()) expect(() => parse({ DATABASE_URL, [name]: value })).not.toThrow(value);
    }
  });

  it("one secret for both", () => {
    expect(() => parse({ DATABASE_URL, AUTH_SECRET: R, ENCRYPTION_KEY: R })).toThrow("are the same");
  });

  it("none that is random", () => {
    for (let count = 0; count < 2_000; count++) {
      const made = {
        AUTH_SECRET: randomBytes(48).toString("base64url"),
        ENCRYPTION_KEY: randomBytes(16).toString("hex"),
      };
      expect(parse({ DATABASE_URL, ...made })).toMatchObject(made);
    }
  });
});
