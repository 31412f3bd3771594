import { describe, expect, it } from "vitest";
import { fleetDaysOf } from "./fleet-days-of";

const at = (occurred_at: string, version: number, totals: string | null) => ({ occurred_at, version, totals });

describe("the days of a fleet", () => {
  it("have their last totals, whatever came first, and count the changes", () => {
    const days = fleetDaysOf([
      at("2026-11-26T23:59:59.999Z", 2, "late"),
      at("2026-11-26T00:00:00.000Z", 1, "early"),
      at("2026-11-26T12:00:00.000Z", 7, null),
      at("2026-11-26T12:00:01.000Z", 8, null),
    ]);
    expect(days).toEqual([{ day: "2026-11-26", changes: 2, totals: "late", totalsVersion: 2 }]);
  });

  it("part at midnight, UTC", () => {
    const days = fleetDaysOf([at("2026-11-26T23:59:59.999Z", 1, "a"), at("2026-11-27T00:00:00.000Z", 2, "b")]);
    expect(days.map(({ day, totals }) => [day, totals])).toEqual([
      ["2026-11-26", "a"],
      ["2026-11-27", "b"],
    ]);
  });
});
