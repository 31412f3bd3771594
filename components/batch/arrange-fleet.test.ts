import { describe, expect, it } from "vitest";
import { fleetReportOf } from "@/lib/testing/fleet-report-of";
import { arrangeFleet, type FleetItem, keyOfGroup } from "./arrange-fleet";
import { nextSort, readTable, writeTable } from "./table-state";

const { rows } = fleetReportOf([
  ["Model", "Quantity", "Power price ($/kWh)", "Site"],
  ["Antminer S21 200T", "3", "0.03", "B"],
  ["Antminer S9 14T", "10", "0.20", ""],
  ["Antminer S21 200T", "many", "0.03", "B"],
  ["Antminer S21 200T", "1", "0.50", "A"],
  ["Antminer S19 95T", "2", "0.01", "A"],
]);
const shown = (items: readonly FleetItem[]) =>
  items.map((item) => (item.kind === "group" ? `${item.group.name} ${item.group.rows}` : item.key));
const of = (query: string, open: string[] = []) =>
  shown(arrangeFleet(rows, { state: readTable(new URLSearchParams(query)), open: new Set(open), locale: "en" }));

describe("the table of a list", () => {
  it("stands as the list does, rows that can't be read at their place", () => {
    expect(of("")).toEqual(["2", "3", "4", "5", "6"]);
  });

  it("is sorted by figures and by words with numbers in them; what has no value, and what can't be read, comes last", () => {
    expect(of("sort=-profit")).toEqual(["2", "6", "5", "3", "4"]);
    expect(of("sort=profit")).toEqual(["3", "5", "6", "2", "4"]);
    expect(of("sort=model")).toEqual(["3", "6", "2", "5", "4"]);
    expect(of("sort=site")).toEqual(["5", "6", "2", "3", "4"]);
    expect(of("sort=-site")).toEqual(["2", "5", "6", "3", "4"]);
  });

  it("shows only what loses money, or only what has a problem", () => {
    expect(of("show=losing")).toEqual(["3", "5"]);
    expect(of("show=wrong")).toEqual(["4"]);
  });

  it("is grouped with sums, a group's rows under it once it is open", () => {
    expect(of("group=model")).toEqual(["Antminer S9 14T 1", "Antminer S21 200T 2", "Antminer S19 95T 1", "4"]);
    expect(of("group=site&sort=-profit", [keyOfGroup("A")])).toEqual(["B 1", "A 2", "6", "5", "null 1", "4"]);
    expect(of("group=model&sort=model")).toEqual([
      "Antminer S9 14T 1",
      "Antminer S19 95T 1",
      "Antminer S21 200T 2",
      "4",
    ]);
  });
});

describe("the address of a table", () => {
  it("says what isn't usual, and reads what it says", () => {
    const state = { sort: { key: "profit", descending: true }, group: "site", show: "losing" } as const;
    const query = { sort: "-profit", group: "site", show: "losing" };
    expect(writeTable(state)).toEqual(query);
    expect(readTable(new URLSearchParams(query))).toEqual(state);
    expect(readTable(new URLSearchParams("sort=colour&group=x&show=1"))).toEqual({
      sort: null,
      group: null,
      show: "all",
    });
    expect(writeTable(readTable(new URLSearchParams()))).toEqual({});
  });

  it("turns with each press on a head, the third time back to the list's own order", () => {
    const first = nextSort(null, "profit");
    expect(first).toEqual({ key: "profit", descending: true });
    const second = nextSort(first, "profit");
    expect(second).toEqual({ key: "profit", descending: false });
    expect(nextSort(second, "profit")).toBeNull();
    expect(nextSort(first, "model")).toEqual({ key: "model", descending: false });
  });
});
