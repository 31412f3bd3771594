import { describe, expect, it } from "vitest";
import { fleetReportOf } from "@/lib/testing/fleet-report-of";

const { rows, computed } = fleetReportOf([
  ["Model", "Quantity", "TH/s", "W", "Power price"],
  ["Antminer S21 200T", "3", "198", "3600", "5.8"],
  ["Antminer S21 200T", "1", "200", "3550", "1"],
  ["Antminer S21 200T", "1", "", "3400", "0.99"],
  ["Antminer S21 200T", "1", "", "", ""],
  ["Our rig", "1", "100", "3000", "0.05"],
]);

const cheap = fleetReportOf([
  ["Model", "Power price"],
  ["Antminer S21 200T", "0.00058"],
  ["Antminer S21 200T", "0.005"],
  ["Antminer S21 200T", "0"],
  ["Antminer S21 200T", "-0.001"],
]);

describe("a computed list", () => {
  it("calls a machine by its name where the list has its hashrate and its power", () => {
    expect(rows.map((row) => row.ok && row.machine.label)).toEqual([
      ...Array.from({ length: 4 }, () => "Antminer S21 200T"),
      "Our rig",
    ]);
  });

  it("counts the rows whose own price is a dollar or more", () => {
    expect(computed.rows_at_high_price).toBe(2);
  });

  it("counts the rows whose own price is next to nothing; what is free, or paid for, is meant", () => {
    expect(cheap.computed.rows_at_low_price).toBe(1);
  });

  it("counts the rows whose figures aren't those of the model that they would be kept as", () => {
    expect(computed.keepable).toEqual({ rows: 4, machines: 6, rows_with_own_figures: 2 });
  });
});
