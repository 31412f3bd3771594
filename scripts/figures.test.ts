import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseInput } from "@/lib/kernel/use-case";
import { EXAMPLE_INPUT, EXAMPLE_MARKET } from "@/lib/testing/calculation";
import { figures } from "./figures";

function compute(name: string, input: unknown): unknown {
  const figure = figures.find((each) => each.name === name);
  if (!figure) throw new Error(`no figure ${name}`);
  const found = figure.run(parseInput(figure.input, input));
  // Those that ask a solver answer later, and are tested beside it.
  if (found instanceof Promise) throw new Error(`${name} answers later`);
  return figure.output.parse(found);
}

const root = fileURLToPath(new URL("..", import.meta.url));
const door = (args: string[], input: string) =>
  spawnSync(process.execPath, ["--import", "tsx", "scripts/figure.ts", ...args], {
    cwd: root,
    input,
    encoding: "utf8",
  });

test("subsidy", () => {
  expect(compute("subsidy", { height: 6_929_999 })).toEqual({ sats: 1 });
  expect(compute("subsidy", { height: 6_930_000 })).toEqual({ sats: 0 });
});

test("epochs join, and the last is cut at the end of the calendar months", () => {
  const { epochs } = compute("epochs", {
    difficulty: 1e14,
    height: 1_048_000,
    start: "2026-01-31",
    months: 1,
    growth_pct_epoch: 2,
  }) as { epochs: { from_height: number; to_height: number; from: string; to: string }[] };
  expect(epochs.map((epoch) => epoch.from_height)).toEqual([1_048_000, 1_048_320, 1_050_000, 1_050_336]);
  expect(epochs.at(-1)?.to).toBe("2026-02-28T00:00:00.000Z");
  epochs.slice(1).forEach((epoch, index) => {
    expect([epoch.from_height, epoch.from]).toEqual([epochs[index]?.to_height, epochs[index]?.to]);
  });
});

test("difficulty-adjustment in mempool.space's units", () => {
  const input = {
    difficulty_time: "2022-08-18T11:07:00Z",
    quarter_epoch_time: "2022-08-16T03:16:54Z",
    now: "2022-08-19T14:03:53Z",
    block_height: 750_134,
    previous_retarget_pct: 0.6280047707459726,
    network: "mainnet",
  };
  expect(compute("difficulty-adjustment", input)).toMatchObject({
    difficulty_change: 1.0420538959004633,
    estimated_retarget_date: 1_662_009_048_328,
    previous_time: 1_660_820_820,
    time_offset: 0,
  });
});

test("investment says why a figure is not there", () => {
  expect(compute("investment", { cash_flows_usd: [-100, 60, 60], rate_pct_year: 10 })).toMatchObject({ reason: null });
  expect(compute("investment", { cash_flows_usd: [-100, 10], rate_pct_year: 10 })).toMatchObject({
    payback_months: null,
    reason: "no_payback",
  });
  expect(compute("investment", { cash_flows_usd: [-100, 230, -132], rate_pct_year: 10 })).toMatchObject({
    irr_pct_year: null,
    reason: "several_irr",
  });
});

test("calculate wants a whole market and knows the machines by name", () => {
  const output = compute("calculate", { miner_model: "S21", electricity_cost: 0.06, market: EXAMPLE_MARKET });
  expect(output).toMatchObject({
    assumptions: { machine: { label: expect.stringContaining("Antminer S21") } },
    algorithms: { network_share: { daily_revenue_sats: null } },
  });
  expect(() => compute("calculate", { ...EXAMPLE_INPUT, market: { btc_price: 1 } })).toThrow("market is not complete");
  expect(() => compute("calculate", { miner_model: "S2l", electricity_cost: 0.06, market: EXAMPLE_MARKET })).toThrow();
});

test("the door writes JSON and nothing else to stdout, and errors by field to stderr", () => {
  const good = door(["subsidy"], '{"height": 840000}');
  expect([good.status, JSON.parse(good.stdout)]).toEqual([0, { sats: 312_500_000 }]);
  const bad = door(["subsidy"], '{"height": "high", "hight": 1}');
  expect([bad.status, bad.stdout]).toEqual([1, ""]);
  expect(bad.stderr).toContain("  height: The height must be a whole number");
  expect(bad.stderr).toContain('  hight: There is no field "hight" here');
  expect(door(["subsidy"], "nothing").stderr).toContain("not JSON");
  expect(door(["subsidies"], "{}").stderr).toContain('There is no figure "subsidies"');
});

test("curtailment, by the door", () => {
  const input = {
    hours: [{ price_usd_per_mwh: 40 }, { price_usd_per_mwh: 200, credit_usd_per_mwh: 100 }],
    machines: [{ id: "s21", hashrate_th: 200, power_w: 3500, quantity: 2 }],
    hashprice_usd_per_ph_day: 48,
    pool_fee_pct: 0,
    min_off_hours: 0,
    restart_minutes: 0,
    min_mw: 0.0035,
  };
  const { stdout } = door(["curtailment"], JSON.stringify(input));
  // One must run through the dear hour: 0.40 − 0.70; the other gets 0.35 of credit.
  expect(JSON.parse(stdout)).toMatchObject({
    status: "optimal",
    schedule: [
      { hour: 0, active: { s21: 2 }, mw: 0.007 },
      { hour: 1, active: { s21: 1 }, mw: 0.0035, profit_usd: expect.closeTo(0.05) },
    ],
    total_profit_usd: expect.closeTo(0.57),
    never_on_profit_usd: null,
  });
  const bad = door(["curtailment"], JSON.stringify({ ...input, machines: [{ id: "s21" }], restart_minutes: "none" }));
  expect([bad.status, bad.stdout]).toEqual([1, ""]);
  expect(bad.stderr).toContain("machines.0.hashrate_th");
  expect(bad.stderr).toContain("restart_minutes must be a number from 0 to 1,440");
});

test("the list names every figure with its shapes", () => {
  const listed = JSON.parse(door(["list"], "").stdout) as { name: string; input: object; output: object }[];
  expect(listed.map((figure) => figure.name)).toEqual(figures.map((figure) => figure.name));
  for (const { input, output } of listed) expect([typeof input, typeof output]).toEqual(["object", "object"]);
});
