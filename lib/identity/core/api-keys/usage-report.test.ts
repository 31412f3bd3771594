import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDay, type UsageRow, usageReport } from "./usage-report";

const NOW = new Date("2026-03-02T00:30:00Z");
const ADA = "5f1c52be-3f5e-4f0e-8f8e-1f8d3c1d2a11";
const row = (change: Partial<UsageRow>): UsageRow => ({
  userId: ADA,
  keyId: "12345678",
  endpoint: "GET /api/keys",
  date: "2026-03-02",
  calls: 1,
  ...change,
});
const NAMES = new Map([
  [ADA, "Ada"],
  ["12345678", "Site controller"],
]);

describe("usageReport", () => {
  it("counts by day, by key or person, and by endpoint", () => {
    const rows = [
      row({ calls: 5 }),
      row({ date: "2026-02-28", endpoint: "POST /api/calculate", calls: 7 }),
      row({ keyId: "", calls: 2 }),
    ];
    expect(usageReport(rows, NAMES, NOW, 3)).toEqual({
      from: "2026-02-28",
      to: "2026-03-02",
      calls: 14,
      days: [
        { date: "2026-02-28", calls: 7 },
        { date: "2026-03-01", calls: 0 },
        { date: "2026-03-02", calls: 7 },
      ],
      keys: [
        { key_id: "12345678", name: "Site controller", user_id: ADA, calls: 12 },
        { key_id: null, name: "Ada", user_id: ADA, calls: 2 },
      ],
      endpoints: [
        { endpoint: "GET /api/keys", calls: 7 },
        { endpoint: "POST /api/calculate", calls: 7 },
      ],
    });
  });

  it("puts the most first, and the same in the order of their names", () => {
    const calls = { "GET /c": 2, "GET /a": 2, "GET /d": 9, "GET /b": 2, "GET /e": 1 };
    const rows = Object.entries(calls).map(([endpoint, count]) => row({ endpoint, calls: count }));
    const names = ["GET /d", "GET /a", "GET /b", "GET /c", "GET /e"];
    expect(usageReport(rows, NAMES, NOW, 1).endpoints.map(({ endpoint }) => endpoint)).toEqual(names);
    expect(usageReport(rows.toReversed(), NAMES, NOW, 1).endpoints.map(({ endpoint }) => endpoint)).toEqual(names);
  });

  it("has no name for a key that is gone", () => {
    expect(usageReport([row({ keyId: "gone5678" })], NAMES, NOW, 1).keys).toEqual([
      { key_id: "gone5678", name: "", user_id: ADA, calls: 1 },
    ]);
  });

  it("leaves out what lies outside of its days", () => {
    const rows = [row({ date: "2026-03-01", calls: 4 }), row({ date: "2026-03-03", calls: 8 })];
    expect(usageReport(rows, NAMES, NOW, 1).calls).toBe(0);
  });

  it("every sum is the total", () => {
    const rows = fc.array(
      fc.record({
        userId: fc.constantFrom(ADA, "9c1c52be-3f5e-4f0e-8f8e-1f8d3c1d2a11"),
        keyId: fc.constantFrom("", "12345678", "abcdefgh"),
        endpoint: fc.constantFrom("GET /a", "POST /b"),
        date: fc.constantFrom("2026-02-27", "2026-03-01", "2026-03-02"),
        calls: fc.integer({ min: 1, max: 1_000 }),
      }),
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 90 }), (given, days) => {
        const report = usageReport(given, NAMES, NOW, days);
        const sum = (parts: readonly { calls: number }[]) => parts.reduce((total, { calls }) => total + calls, 0);
        expect(report.days).toHaveLength(days);
        expect([sum(report.days), sum(report.keys), sum(report.endpoints)]).toEqual(Array(3).fill(report.calls));
      }),
    );
  });
});

it("firstDay counts today in", () => {
  expect([firstDay(NOW, 1), firstDay(NOW, 2), firstDay(NOW, 30)]).toEqual(["2026-03-02", "2026-03-01", "2026-02-01"]);
});
