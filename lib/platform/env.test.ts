import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";

const DATABASE_URL = "postgres://user:secret@127.0.0.1:5432/app";
const keys = { AUTH_SECRET: "f3".padEnd(32, "xK9-"), ENCRYPTION_KEY: "a7".padEnd(40, "Lq2_") };
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
    [{ DATABASE_URL, AUTH_SECRET: undefined }, "AUTH_SECRET is missing"],
    [{ DATABASE_URL, AUTH_SECRET: "short" }, "AUTH_SECRET is too short"],
    [{ DATABASE_URL, AUTH_SECRET: "changeme-changeme-changeme-changeme" }, "AUTH_SECRET is not a secret"],
    [{ DATABASE_URL, ENCRYPTION_KEY: "a".repeat(40) }, "ENCRYPTION_KEY is not a secret"],
    [{ DATABASE_URL, ENCRYPTION_KEY: "hashinsight".repeat(4) }, "ENCRYPTION_KEY is not a secret"],
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
