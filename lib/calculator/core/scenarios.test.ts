import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CalculateInput, CalculateOutput } from "../schemas";
import { calculate } from "./calculate";
import { marketOfInput } from "./market-facts";

type Scenario = { says: string; input: unknown; expect: Record<string, number | string | boolean | null> };

const folder = new URL("./__scenarios__/", import.meta.url);
const scenarios = readdirSync(folder).map((name) => ({
  name: name.replace(".json", "").replaceAll("-", " "),
  ...(JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Scenario),
}));

/** `chart_data.-1.profit` is the last month's. */
function at(output: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value.at(Number(key));
    return (value as Record<string, unknown>)[key];
  }, output);
}

// The expected figures were worked out apart from this code, in forty decimal digits.
describe.each(scenarios)("$name", ({ input, expect: expected }) => {
  const parsed = CalculateInput.parse(input);
  const market = marketOfInput(parsed.market);
  if (!market) throw new Error("A scenario gives its whole market.");
  const output = CalculateOutput.parse(calculate(parsed, { model: null, market, today: "2026-01-01" }));

  test.each(Object.entries(expected))("%s is %s", (path, value) => {
    const found = at(output, path);
    if (typeof value !== "number" || value === 0 || found === null) expect(found).toBe(value);
    else expect(Math.abs((found as number) / value - 1)).toBeLessThan(1e-9);
  });
});
