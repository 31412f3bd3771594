import { describe, expect, it } from "vitest";
import { shippedCatalogue } from "../catalogue/shipped-catalogue";
import { readFleet } from "./read-fleet";
import type { FleetReading } from "./schemas";

const read = (table: readonly (readonly string[])[], how: Partial<FleetReading> = {}) =>
  readFleet(
    table.map((cells, index) => ({ row: index + 1, cells })),
    shippedCatalogue,
    { mapping: {}, models: {}, ...how },
  );
const mapped = (headings: string[]) =>
  Object.fromEntries(
    read([headings, ["S21"]]).summary.columns.flatMap(({ field, column }) => (field ? [[field, column]] : [])),
  );
const first = (table: readonly (readonly string[])[], how?: Partial<FleetReading>) => read(table, how).rows[0];
const factsOf = (heading: string, cell: string) =>
  first([
    ["Model", heading],
    ["S21 200T", cell],
  ])?.facts;
const errorsOf = (heading: string, cell: string) =>
  first([
    ["Model", heading],
    ["S21 200T", cell],
  ])?.errors.map(({ field, column, code }) => [field, column, code]);

describe("columns of a fleet", () => {
  const all = {
    miner_model: 1,
    quantity: 2,
    hashrate_th: 3,
    power_w: 4,
    electricity_cost: 5,
    site: 6,
    label: 7,
    purchased_at: 8,
    cost_usd: 9,
  };

  it.each([
    [
      [
        "Model",
        "Quantity",
        "Hashrate (TH/s)",
        "Power (W)",
        "Electricity price ($/kWh)",
        "Site",
        "Label",
        "Bought at",
        "Cost (USD)",
      ],
    ],
    [
      [
        "miner_model",
        "quantity",
        "hashrate_th",
        "power_w",
        "electricity_cost",
        "site",
        "label",
        "purchased_at",
        "cost_usd",
      ],
    ],
    [["型号", "数量", "算力（TH/s）", "功耗（W）", "电价（美元/千瓦时）", "场地", "备注", "购买日期", "总价（美元）"]],
    [
      [
        "MINER",
        "Qty",
        "Hash rate TH/s",
        "Watts",
        "Power cost, $/kWh",
        "Location",
        "Notes",
        "Purchase Date",
        "Total cost",
      ],
    ],
  ])("are known by their headings: %j", (headings) => {
    expect(mapped(headings)).toEqual(all);
  });

  it.each([
    ["TH/s", "200", 200],
    ["TH", "200", 200],
    ["T", "200", 200],
    ["TH/s each", "200", 200],
    ["th/s per unit", "200", 200],
    ["PH/s", "0.2", 200],
    ["GH/s", "200000", 200],
  ])("of hashrate are known by their unit alone: %s", (heading, cell, expected) => {
    expect(factsOf(heading, cell)?.hashrate_th).toBe(expected);
    expect(factsOf("W each", "3500")?.power_w).toBe(3500);
  });

  it.each([
    ["Price ct/kWh", "8.5"],
    ["Power price ct/kWh", "8.5"],
    ["Electricity (ct/kWh)", "8.5"],
    ["Strompreis ct/kWh", "8,5"],
    ["Power price (cents)", "8.5"],
    ["Power price ct", "8.5"],
    ["US cents/kWh", "8.5"],
    ["电价（美分/度）", "8.5"],
    ["电费 美元/度", "0.085"],
    ["Price per kWh", "0.085"],
    ["Power price", "8.5 cents"],
    ["Power price", "8.5ct"],
    ["Power price", "8.5 ct/kWh"],
    ["电价（峰谷分时）", "0.085"],
  ])("hold the price of power, as one reads it: %s, %s", (heading, cell) => {
    expect(factsOf(heading, cell)?.electricity_cost).toBe(0.085);
  });

  it.each(["电费 元/度", "电价(分/度)", "电价（分）", "Strompreis €/kWh", "Price EUR/kWh"])(
    "of power in another money are refused, not taken for dollars: %s",
    (heading) => {
      expect(errorsOf(heading, "0.4")).toEqual([["electricity_cost", 2, "currency"]]);
    },
  );

  it("are looked for below a title, and not where a bare paste begins", () => {
    const table = [["Fleet of 2026"], [], ["Model", "Qty"], ["S21 200T", "3"], ["Total", "3"]];
    const { summary, rows } = read(table.filter((cells) => cells.length > 0));
    expect(summary).toMatchObject({ heading_row: 2, counts: { good: 1, wrong: 0, skipped: 2 } });
    expect(rows[0]).toMatchObject({ row: 3, facts: { quantity: 3 } });
    const bare = read([
      ["North", "S21 200T", "3"],
      ["South", "M60S", "4"],
    ]);
    expect(bare.summary).toMatchObject({ heading_row: null, counts: { good: 2 } });
    expect(bare.rows.map(({ facts }) => facts?.quantity)).toEqual([3, 4]);
  });

  it("are no machines where they hold a total or nothing, and both are counted", () => {
    const cells = [["Fleet"], [], ["Model", "Qty"], ["S21 200T", "3"], [], [], ["S21 200T", "1"], [], ["Total", "4"]];
    const sheet = cells.map((one, index) => ({ row: index + 1, cells: one })).filter((one) => one.cells.length > 0);
    const { counts } = readFleet(sheet, shippedCatalogue, { mapping: {}, models: {} }).summary;
    expect(counts).toEqual({ good: 2, wrong: 0, skipped: 2, totals: 1, blank: 3 });
  });

  it("stand in the row that the reader names, or in none", () => {
    const table = [
      ["Machine", "N"],
      ["Rig", "Pieces"],
      ["S21 200T", "3"],
    ];
    expect(read(table).summary.heading_row).toBe(1);
    const said = read(table, { heading_row: 2, mapping: { miner_model: 1, quantity: 2 } });
    expect(said.summary).toMatchObject({ heading_row: 2, counts: { good: 1, wrong: 0, skipped: 1 } });
    expect(read(table, { heading_row: null, mapping: { miner_model: 1 } }).rows.map(({ row }) => row)).toEqual([
      1, 2, 3,
    ]);
    expect(
      read([
        ["Maschine", "Stück"],
        ["S21 200T", "3"],
      ]).summary.heading_row,
    ).toBe(1);
  });

  it("go where the reader says, over what is guessed", () => {
    const table = [
      ["Model", "Qty", "A"],
      ["x", "7", "S21 200T"],
    ];
    expect(first(table, { mapping: { miner_model: 3, quantity: null } })?.facts).toMatchObject({
      miner_model: "Antminer S21 200T",
      quantity: 1,
    });
  });

  it("that name no machine leave nothing to read", () => {
    expect(
      read([
        ["Qty", "Hashrate"],
        ["1", "200"],
      ]).summary,
    ).toMatchObject({ missing: ["power_w"], counts: { good: 0, wrong: 0 } });
    expect(
      read([
        ["Qty", "Site"],
        ["1", "North"],
      ]).summary.missing,
    ).toEqual(["miner_model"]);
    expect(read([]).summary.missing).toEqual(["miner_model"]);
  });
});

describe("a cell of a fleet", () => {
  it.each([
    ["Qty", "1,200", { quantity: 1200 }],
    ["Qty", "12 台", { quantity: 12 }],
    ["Qty", "", { quantity: 1 }],
    ["Hashrate (PH/s)", "0.2", { hashrate_th: 200 }],
    ["Power (kW)", "3,55", { power_w: 3550 }],
    ["Electricity ($/kWh)", "$0.06", { electricity_cost: 0.06 }],
    ["Power price", "6.5 ¢/kWh", { electricity_cost: 0.065 }],
    ["Price ($/kWh)", "0.06", { electricity_cost: 0.06 }],
    ["c/kWh", "6.5", { electricity_cost: 0.065 }],
    ["Power price (c/kWh)", "6.5", { electricity_cost: 0.065 }],
    ["Tariff ($/MWh)", "65", { electricity_cost: 0.065 }],
    ["电价", "0.065美元/度", { electricity_cost: 0.065 }],
    ["Power price", "-0.01", { electricity_cost: -0.01 }],
    ["Date", "2026年1月31日", { purchased_at: "2026-01-31" }],
    ["Date", "31.01.2026", { purchased_at: "2026-01-31" }],
    ["Date", "1/31/2026", { purchased_at: "2026-01-31" }],
    ["Cost", "$ 1,250.50", { cost_usd: 1250.5 }],
    ["Site", "n/a", { site: null }],
  ])("%s %s is read", (heading, cell, expected) => {
    expect(factsOf(heading, cell)).toMatchObject(expected);
  });

  it.each([
    ["Qty", "ten", "quantity", "not_a_number"],
    ["Qty", "1.5", "quantity", "invalid_type"],
    ["Qty", "0", "quantity", "too_small"],
    ["Qty", "2000000", "quantity", "too_big"],
    ["Hashrate", "-5", "hashrate_th", "too_small"],
    ["Power price", "55", "electricity_cost", "too_big"],
    ["电价（元/度）", "0.35", "electricity_cost", "currency"],
    ["Power price", "¥0.35", "electricity_cost", "currency"],
    ["Date", "03/04/2026", "purchased_at", "ambiguous_day"],
    ["Date", "2026-02-30", "purchased_at", "not_a_day"],
    ["Date", "1999-01-01", "purchased_at", "custom"],
    ["Cost", "-1", "cost_usd", "too_small"],
    ["Label", "=HYPERLINK(1)", "label", "name_format"],
    ["Label", "x".repeat(61), "label", "too_big"],
  ])("%s %s is wrong", (heading, cell, field, code) => {
    expect(errorsOf(heading, cell)).toEqual([[field, 2, code]]);
  });

  it("that is wrong hides no other, nor any other row", () => {
    const { rows } = read([
      ["Model", "Qty", "Power price"],
      ["S21 200T", "x", "y"],
      ["S21 200T", "2", "0.05"],
    ]);
    expect(rows[0]?.errors.map(({ field }) => field)).toEqual(["quantity", "electricity_cost"]);
    expect(rows[1]?.facts).toMatchObject({ quantity: 2 });
  });

  it("is read with the list's own decimal mark", () => {
    const { rows } = read([
      ["Model", "Qty", "Power price", "Cost"],
      ["S21 200T", "1.200", "0,065", "1.234.567,89"],
      ["S21 200T", "2", "0,07", "3.000"],
    ]);
    expect(rows.map(({ facts }) => [facts?.quantity, facts?.electricity_cost, facts?.cost_usd])).toEqual([
      [1200, 0.065, 1_234_567.89],
      [2, 0.07, 3000],
    ]);
    expect(
      first([
        ["Model", "Qty", "Power price"],
        ["S21 200T", "1.200", "0.065"],
      ])?.errors[0]?.field,
    ).toBe("quantity");
  });

  it("of one machine's price is taken for all of the row", () => {
    expect(
      first([
        ["Model", "Qty", "Unit price"],
        ["S21 200T", "3", "1000"],
      ])?.facts?.cost_usd,
    ).toBe(3000);
  });
});

describe("a machine's name", () => {
  it("takes its bin from the hashrate beside it", () => {
    const table = [
      ["Model", "Hashrate"],
      ["Antminer S21 Pro", "225"],
      ["Antminer S21 Pro", "1"],
    ];
    expect(read(table).rows.map(({ facts }) => facts?.miner_model)).toEqual([
      shippedCatalogue.find(({ label }) => label === "Antminer S21 Pro 225T")?.label ?? "Antminer S21 Pro 234T",
      "Antminer S21 Pro 234T",
    ]);
  });

  it("that is unknown is shown with what it may be, and applied only where somebody chose it", () => {
    const table = [
      ["Model", "Qty"],
      ["S21 Prro", "2"],
      ["S21 Prro", "3"],
      ["Toaster 9000", "1"],
    ];
    const { summary, rows } = read(table);
    expect(rows.every(({ facts }) => facts === null)).toBe(true);
    expect(rows[0]?.errors).toMatchObject([
      { field: "miner_model", column: 1, code: "unknown_model", text: "S21 Prro" },
    ]);
    expect(summary.unknown_names[0]).toMatchObject({ name: "S21 Prro", rows: 2, first_row: 2 });
    const id = summary.unknown_names[0]?.candidates[0]?.id ?? "";
    expect(id).toContain("s21-pro");
    const again = read(table, { models: { "S21 Prro": id, __proto__: "x" } });
    expect(again.summary.counts).toMatchObject({ good: 2, wrong: 1, skipped: 0 });
    expect(again.rows[0]?.facts?.miner_model_id).toBe(id);
  });

  it("may be anybody's own where hashrate and power are given", () => {
    const { summary, rows } = read([
      ["Model", "Hashrate", "Power"],
      ["Our rig", "100", "3000"],
      ["", "90", "2900"],
    ]);
    expect(rows.map(({ facts }) => [facts?.miner_model_id, facts?.miner_model])).toEqual([
      [null, "Our rig"],
      [null, null],
    ]);
    expect(summary.unknown_names.map(({ name }) => name)).toEqual(["Our rig"]);
  });
});
