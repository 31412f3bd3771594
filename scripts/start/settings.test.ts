import { describe, expect, it } from "vitest";
import { readSettings } from "./settings";

describe("readSettings", () => {
  it("knows by DATABASE_URL alone whose Postgres it is", () => {
    const url = "postgres://me:secret@db/app";
    expect(readSettings({ NODE_ENV: "test" }).outside).toBe(false);
    expect(readSettings({ NODE_ENV: "test", DATABASE_URL: " " }).outside).toBe(false);
    expect(readSettings({ NODE_ENV: "test", DATABASE_URL: url })).toMatchObject({ outside: true, DATABASE_URL: url });
  });

  it("names every variable that is wrong, and repeats no value", () => {
    const read = () => readSettings({ NODE_ENV: "test", PORT: "70000", DATABASE_URL: "mysql://me:hunter2@db" });
    expect(read).toThrow(/PORT[\s\S]*DATABASE_URL must look like/);
    expect(read).not.toThrow("hunter2");
  });
});
