import pino from "pino";
import { describe, expect, it } from "vitest";
import { logOptions } from "./log";

function line(fields: object): string {
  const written: string[] = [];
  pino({ ...logOptions, level: "info" }, { write: (text: string) => written.push(text) }).info(fields, "words");
  return written.join("");
}

describe("the log", () => {
  it.each(["password", "token", "authorization", "cookie", "api_key", "access_token", "DATABASE_URL"])(
    "redacts %s at every depth it can meet it",
    (name) => {
      for (const fields of [
        { [name]: "hunter2" },
        { request: { [name]: "hunter2" } },
        { request: { headers: { [name]: "hunter2" } } },
      ]) {
        expect(line(fields)).not.toContain("hunter2");
        expect(line(fields)).toContain("[redacted]");
      }
    },
  );

  it("writes one JSON line with a UTC time and the level in words", () => {
    const parsed = JSON.parse(line({ source: "coingecko" }));
    expect(parsed).toMatchObject({ level: "info", source: "coingecko", msg: "words" });
    expect(parsed.time).toMatch(/Z$/);
  });

  it("keeps a line break in a value inside its one line", () => {
    expect(line({ name: "a\r\nb" }).trimEnd().split("\n")).toHaveLength(1);
  });
});
