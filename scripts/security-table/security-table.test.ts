import { describe, expect, it } from "vitest";
import { securityTable } from "./security-table";

const vitest = (...tests: [titles: string[], status: string][]) => ({
  testResults: [
    {
      assertionResults: tests.map(([titles, status]) => ({
        ancestorTitles: titles.slice(0, -1),
        title: titles.at(-1),
        status,
      })),
    },
  ],
});
const spec = (title: string, ...statuses: string[]) => ({ title, tests: statuses.map((status) => ({ status })) });

describe("securityTable", () => {
  const table = securityTable([
    vitest(
      [["S3 row-level security › a", "reads"], "passed"],
      [["S3 row-level security › b", "deep", "writes"], "passed"],
      [["S3 row-level security", "breaks"], "failed"],
      [["S24 supply chain", "later"], "skipped"],
      [["S99 unheard of", "x"], "passed"],
      [["Sorting", "S"], "passed"],
      [["S5 alone"], "passed"],
    ),
    {
      suites: [
        {
          title: "headers.spec.ts",
          specs: [spec("no suite", "expected")],
          suites: [
            {
              title: "S8 headers › pages",
              specs: [spec("has a nonce", "expected", "expected"), spec("flaps", "flaky")],
            },
          ],
        },
      ],
    },
  ]);
  const row = (suite: string) => table.split("\n").find((line) => line.trim().startsWith(`${suite} `));

  it("counts what passed, by the number in a title around it", () => {
    expect(row("S3")).toMatch(/row-level security in SQL\s+2 {2}1 FAILED$/);
    expect(row("S24")).toMatch(/supply chain\s+0 {2}1 skipped$/);
    expect(row("S8")).toMatch(/headers\s+2 {2}1 FAILED$/);
    expect(row("S5")).toMatch(/over-exposure\s+1$/);
    expect(row("all")).toMatch(/all\s+6$/);
  });

  it("shows a suite that nobody named, and names those without a case", () => {
    expect(row("S99")).toMatch(/\?\s+1$/);
    expect(table).toContain("No cases in this run: S1, S2, S4, S6, S7, S9,");
  });

  it("refuses what is no report", () => {
    expect(() => securityTable([{ hello: 1 }])).toThrow();
  });
});
