import { expect, it } from "vitest";
import { chartCsv } from "./chart-csv";

it("writes what is behind a chart, unrounded, gaps empty", () => {
  const rows = [
    { x: "2026-01-01", values: { p50: -30000, p10: null } },
    { x: "2026-02-01", values: { p50: 0.1, p10: -1.5 } },
  ];
  const series = [
    { key: "p10", label: 'P10, "low"' },
    { key: "p50", label: "P50" },
  ];
  expect(chartCsv("Date", rows, series)).toBe(
    'Date,"P10, ""low""",P50\r\n2026-01-01,,-30000\r\n2026-02-01,-1.5,0.1\r\n',
  );
});
