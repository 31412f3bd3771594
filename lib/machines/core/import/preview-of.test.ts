import { describe, expect, it } from "vitest";
import type { MachineModel } from "../../schemas";
import { shippedCatalogue } from "../catalogue/shipped-catalogue";
import { previewOf } from "./preview-of";
import type { Mapping } from "./schemas";

const EN = ["Model", "Manufacturer", "Hashrate (TH/s)", "Power (W)", "Release year", "Cooling", "Status"];
const ROW = ["Acme Nine", "Acme", "100", "2000", "2024", "air", "shipped"];

type Around = { mapping?: Mapping; own?: MachineModel[]; target?: "shared" | "private" };

function preview(heading: string[], rows: string[][], { mapping, own = [], target = "private" }: Around = {}) {
  const sheet = [heading, ...rows].map((cells, index) => ({ row: index + 1, cells }));
  return previewOf("rigs.csv", sheet, mapping, { shared: shippedCatalogue, own, target });
}
const first = (heading: string[], row: string[], around?: Around) => preview(heading, [row], around).rows[0];
const mapped = (heading: string[]) =>
  Object.fromEntries(preview(heading, [[]]).columns.flatMap(({ field, column }) => (field ? [[field, column]] : [])));

describe("columns", () => {
  const all = { model_name: 1, manufacturer: 2, hashrate_th: 3, power_w: 4, release_year: 5, cooling: 6, status: 7 };

  it.each([
    [EN],
    [["model_name", "manufacturer", "hashrate_th", "power_w", "release_year", "cooling", "status"]],
    [["型号", "厂商", "算力（TH/s）", "功耗（W）", "发布年份", "冷却方式", "状态"]],
    [["Miner model", "Brand", "HASH RATE TH/s", "Power consumption, W", "Released", "Cooling type", "Availability"]],
    [["矿机型号", "品牌", "额定算力", "额定功耗(W)", "上市时间", "散热方式", "供货状态"]],
    [["  MODEL* ", "Maker", "Hashrate [PH/s]", "Watts", "Year", "cooling_method", "State"]],
  ])("are known by their headings: %j", (heading) => {
    expect(mapped(heading)).toEqual(all);
  });

  it.each(["__proto__", "constructor", "hasOwnProperty", "toString", "valueOf", "prototype"])(
    "called %s are nothing special",
    (heading) => {
      expect(mapped([heading, ...EN])).toEqual(Object.fromEntries(Object.entries(all).map(([k, v]) => [k, v + 1])));
      expect(first([heading, ...EN], ["x", ...ROW])?.state).toBe("ready");
    },
  );

  it("that repeat a heading are left aside, and say so", () => {
    const { columns, rows } = preview([...EN, "Power", "功耗"], [[...ROW, "1", "2"]]);
    expect(columns.filter(({ repeats }) => repeats).map(({ column }) => column)).toEqual([8, 9]);
    expect(rows[0]?.facts?.power_w).toBe(2000);
  });

  it("go where the reader says, over what is guessed", () => {
    const heading = ["Power", "Model", "a", "b", "c"];
    const row = ["200", "Acme Nine", "3500", "2024", "Acme"];
    const mapping = { hashrate_th: 1, power_w: 3, release_year: 4, manufacturer: 5 };
    expect(first(heading, row, { mapping })?.facts).toMatchObject({
      hashrate_th: 200,
      power_w: 3500,
      manufacturer: "Acme",
    });
    expect(preview(EN, [ROW], { mapping: { power_w: null } })).toMatchObject({ missing: ["power_w"], rows: [] });
    expect(preview(EN, [ROW], { mapping: { power_w: 40 } })).toMatchObject({ missing: ["power_w"], rows: [] });
  });

  it("that are missing are named, and nothing is read", () => {
    const found = preview(["a", "b"], [["1", "2"]]);
    expect(found).toMatchObject({ missing: ["model_name", "power_w", "release_year"], rows: [] });
    expect(found.columns.map(({ sample }) => sample)).toEqual(["1", "2"]);
  });
});

describe("cells", () => {
  const facts = (over: Partial<Record<string, string>>, heading = EN) => {
    const names = ["model_name", "manufacturer", "hashrate_th", "power_w", "release_year", "cooling", "status"];
    return first(
      heading,
      ROW.map((cell, index) => over[names[index] ?? ""] ?? cell),
    )?.facts;
  };

  it.each([
    ["200", 200],
    ["1,200.5", 1200.5],
    ["200T", 200],
    ["200 TH/s", 200],
    ["０.２ PH/s", 200],
    ["200000 GH/s", 200],
    ["0.0002EH/s", 200],
    ["6,5", 6.5],
  ])("a hashrate of %s is %d TH/s", (hashrate_th, value) => {
    expect(facts({ hashrate_th, power_w: String(value * 20) })?.hashrate_th).toBe(value);
  });

  it.each([
    ["3,550", 3550],
    ["3550W", 3550],
    ["3.55 kW", 3550],
    ["3.55千瓦", 3550],
    ["3550 watts", 3550],
    ["0.00355 MW", 3550],
  ])("power of %s is %d W", (power_w, value) => {
    expect(facts({ power_w })?.power_w).toBe(value);
  });

  it("take the unit of their heading, unless they have one", () => {
    const heading = EN.map((word) => word.replace("TH/s", "PH/s").replace("(W)", "(kW)"));
    expect(facts({ hashrate_th: "0.2", power_w: "3.5" }, heading)).toMatchObject({ hashrate_th: 200, power_w: 3500 });
    expect(facts({ hashrate_th: "200 T", power_w: "3500 W" }, heading)).toMatchObject({
      hashrate_th: 200,
      power_w: 3500,
    });
  });

  it.each([
    ["2024", 2024],
    ["2024-05-01", 2024],
    ["2024年5月", 2024],
    ["2024.0", 2024],
  ])("the year of %s is %d", (release_year, year) => {
    expect(facts({ release_year })?.release_year).toBe(year);
  });

  it.each([
    ["Hydro", "hydro"],
    ["水冷", "hydro"],
    ["Immersion cooling", "immersion"],
    ["AIR-COOLED", "air"],
    ["风冷", "air"],
  ])("cooling written %s is %s", (cooling, read) => {
    expect(facts({ cooling })?.cooling).toBe(read);
  });

  it("that are empty follow from the name where it says it", () => {
    expect(
      facts({
        model_name: "Antminer Z9 Hyd 300T",
        manufacturer: "",
        hashrate_th: "",
        power_w: "6000",
        cooling: "",
        status: "",
      }),
    ).toEqual({
      model_name: "Antminer Z9 Hyd",
      manufacturer: "Bitmain",
      hashrate_th: 300,
      power_w: 6000,
      release_year: 2024,
      cooling: "hydro",
      status: "shipped",
    });
    expect(facts({ model_name: "Acme Nine (100 TH/s)" })?.model_name).toBe("Acme Nine");
    expect(facts({ manufacturer: "比特微" })?.manufacturer).toBe("MicroBT");
  });

  it.each([
    ["hashrate_th", "-5", "too_small"],
    ["hashrate_th", "NaN", "not_a_number"],
    ["hashrate_th", "1e999", "not_a_number"],
    ["hashrate_th", "Infinity", "not_a_number"],
    ["hashrate_th", "0", "too_small"],
    ["hashrate_th", "9e9", "too_big"],
    ["hashrate_th", "", "required"],
    ["power_w", "lots", "not_a_number"],
    ["power_w", "=1+1", "not_a_number"],
    ["power_w", "3.5", "implausible"],
    ["power_w", "", "required"],
    ["release_year", "soon", "not_a_year"],
    ["release_year", "1999", "too_small"],
    ["release_year", "24", "not_a_year"],
    ["cooling", "magic", "unknown_word"],
    ["status", "maybe", "unknown_word"],
    ["model_name", "", "required"],
    ["model_name", "=cmd|' /C calc'!A0", "name_format"],
    ["model_name", "@SUM(1)", "name_format"],
    ["model_name", "<img src=x onerror=alert(1)>", "name_format"],
    ["model_name", "Acme Nine 150T", "holds_bin"],
    ["model_name", "x".repeat(200), "too_big"],
    ["manufacturer", "", "required"],
    ["manufacturer", "-Acme", "name_format"],
  ])("%s of %j is %s, and the row says where", (field, text, code) => {
    const at = ["model_name", "manufacturer", "hashrate_th", "power_w", "release_year", "cooling", "status"].indexOf(
      field,
    );
    const row = first(EN, ROW.with(at, text));
    expect(row).toMatchObject({
      row: 2,
      state: "wrong",
      facts: null,
      addable: false,
      errors: [{ field, column: at + 1, code, text: text.slice(0, 80) }],
    });
  });

  it("are all judged, so that one look at the file is enough", () => {
    const row = first(EN, ["", "", "x", "y", "z", "q", "r"]);
    expect(row?.errors.map(({ field }) => field)).toEqual([
      "model_name",
      "manufacturer",
      "hashrate_th",
      "power_w",
      "release_year",
      "cooling",
      "status",
    ]);
  });
});

describe("machines that are there already", () => {
  const own = {
    ...(shippedCatalogue[0] as MachineModel),
    id: "mine",
    model_name: "Acme Nine",
    manufacturer: "Acme",
    hashrate_th: 100,
    label: "Acme Nine 100T",
    scope: "private" as const,
  };
  const shared = ["S21", "Bitmain", "200", "3500", "2024"];

  it("in the file itself: the first row counts", () => {
    const { rows, counts } = preview(EN, [ROW, ROW.with(0, "acme-nine"), ROW.with(2, "110")]);
    expect(rows.map(({ state, twin_row, addable }) => ({ state, twin_row, addable }))).toEqual([
      { state: "ready", twin_row: null, addable: true },
      { state: "known", twin_row: 2, addable: false },
      { state: "ready", twin_row: null, addable: true },
    ]);
    expect(counts).toEqual({ ready: 2, known: 1, wrong: 0 });
  });

  it("in the company's own list: not to be added", () => {
    const row = first(EN, ROW, { own: [{ ...own, retired_at: "2026-01-01T00:00:00.000Z" }] });
    expect(row).toMatchObject({
      state: "known",
      twin: { id: "mine", scope: "private", retired: true },
      addable: false,
    });
  });

  it("in the shared catalogue: a company may have its own version, the platform may not", () => {
    expect(first(EN, shared)).toMatchObject({
      state: "known",
      label: "S21 200T",
      twin: { id: "antminer-s21-200t", scope: "shared" },
      addable: true,
    });
    expect(first(EN, shared, { target: "shared" })).toMatchObject({ state: "known", addable: false });
  });
});

it("reads two thousand rows against the whole catalogue at once", () => {
  const rows = Array.from({ length: 2_000 }, (_, index) => ROW.with(2, String(100 + index / 10)));
  const started = performance.now();
  expect(preview(EN, rows).counts.ready).toBe(2_000);
  expect(performance.now() - started).toBeLessThan(2_000);
});
