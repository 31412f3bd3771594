import { expect, test } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { hasRecordedData, recordedText } from "@/lib/testing/recorded-data";
import { hoursOfFile } from "./price-file";

const HEADINGS = ["hour_start_utc", "da_price_usd_mwh", "rt_q1", "rt_q2", "rt_q3", "rt_q4"];
const sheet = (...rows: string[][]) => [HEADINGS, ...rows].map((cells, index) => ({ row: index + 1, cells }));
const hour = (text: string, price = "20") => [`2024-01-01T${text}:00:00Z`, price, "1", "2", "-3", "8"];

test("the day-ahead price, or the mean of the hour's quarters", () => {
  const rows = sheet(hour("00"), hour("01", "-5.5"));
  expect(hoursOfFile(rows, "day_ahead")).toEqual({
    start: "2024-01-01T00:00:00.000Z",
    hours: [{ price_usd_per_mwh: 20 }, { price_usd_per_mwh: -5.5 }],
  });
  expect(hoursOfFile(rows, "real_time").hours).toEqual([{ price_usd_per_mwh: 2 }, { price_usd_per_mwh: 2 }]);
});

test("what is wrong is said by row and column", () => {
  const faults = (rows: ReturnType<typeof sheet>) => {
    try {
      hoursOfFile(rows, "day_ahead");
    } catch (error) {
      if (error instanceof AppError) return error.details.errors?.map(({ path }) => path);
    }
    return [];
  };
  expect(faults(sheet(hour("00"), hour("02")))).toEqual(["rows.3.hour_start_utc"]);
  expect(faults(sheet(hour("00"), hour("00")))).toEqual(["rows.3.hour_start_utc"]);
  expect(faults(sheet(hour("00"), ["yesterday", "20"]))).toEqual(["rows.3.hour_start_utc"]);
  expect(faults(sheet(hour("00", "dear")))).toEqual(["rows.2.da_price_usd_mwh"]);
  expect(
    faults([
      { row: 1, cells: ["hour_start_utc", "price"] },
      { row: 2, cells: ["x"] },
    ]),
  ).toEqual(["rows.1.da_price_usd_mwh"]);
});

test.skipIf(!hasRecordedData)(
  "a year of ERCOT's hub average: 8,784 hours, whose own mean of the quarters agrees",
  () => {
    const lines = recordedText("ercot_hubavg_hourly_2024_2025.csv").trim().split("\n");
    const rows = lines.map((line, index) => ({ row: index + 1, cells: line.split(",") }));
    const [dayAhead, realTime] = [hoursOfFile(rows, "day_ahead"), hoursOfFile(rows, "real_time")];
    expect([dayAhead.start, dayAhead.hours.length]).toEqual(["2024-01-01T00:00:00.000Z", 8784]);
    for (const [index, { cells }] of rows.slice(1).entries()) {
      expect(dayAhead.hours[index]?.price_usd_per_mwh).toBe(Number(cells[1]));
      expect(realTime.hours[index]?.price_usd_per_mwh).toBeCloseTo(Number(cells[2]), 6);
    }
  },
);
