import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { config } from "../proxy";
import { contracts } from "./contracts";

/** Next anchors a matcher at both ends. */
const matchers = config.matcher.map((matcher) => new RegExp(`^${matcher}$`));
const matched = (path: string): boolean => matchers.some((matcher) => matcher.test(path));

describe("the proxy's matcher", () => {
  it.each([
    ...["/", "/en", "/zh/calculator", "/calculator", "/fr/x", "/healthy", "/apiary"],
    ...["/en/admin/miners/a.b", "/favicon.ico", "/a.b/c", "/licence.txt.zip", "/x/licence.txt"],
  ])("gives %s a policy of its own", (path) => expect(matched(path)).toBe(true));

  it.each([
    "/_next/static/chunks/a.js",
    "/fonts/x.woff2",
    ...readdirSync("public").map((name) => `/${name}`),
    "/health",
    "/ready",
    "/alive",
    "/metrics",
    "/api",
    "/api/docs",
  ])("leaves %s alone", (path) => expect(matched(path)).toBe(false));

  it("leaves every REST path that is read alone", () => {
    const read = contracts.filter(({ method }) => method === "GET").map(({ path }) => path.replaceAll(/\{\w+\}/g, "x"));
    expect(read.filter(matched)).toEqual([]);
  });
});
