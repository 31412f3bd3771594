import { setImmediate as breathe } from "node:timers/promises";
import { calculate, findFacts } from "@/lib/calculator/index";
import type { CalculateOutput } from "@/lib/calculator/schemas";
import { query } from "@/lib/kernel/use-case";
import { analyticsContract } from "../contract";
import { HEAT_FIGURES } from "../core/heatmap/answer-parts";
import { heatRow, steps } from "../core/heatmap/heat-row";
import type { RoiHeatmap } from "../schemas";

const { input, output, permission } = analyticsContract.roiHeatmap;

/** Where an axis goes that nobody gave: shares of today's value. */
const AROUND = { price: [0.5, 1.5], difficulty: [0.7, 2], electricity: [0, 2] } as const;
const DEFAULT_STEPS = 9;

/** A figure of the calculator over two quantities: each cell is what it answers there, and so is the zero line. */
export const drawHeatmap = query({
  name: "analytics.heatmap.draw",
  permission,
  input,
  output,
  async run(ctx, { figure, against, price, difficulty, electricity, ...machine }) {
    const facts = await findFacts(ctx, machine);
    const { market } = facts;
    const prices = valuesOf(price, AROUND.price, market.btc_price.value);
    const today = against === "difficulty" ? market.difficulty.value : machine.electricity_cost;
    const rows = valuesOf(against === "difficulty" ? difficulty : electricity, AROUND[against], today);
    const at = (btcPrice: number, row: number): number | null => {
      const there = { ...market, btc_price: { ...market.btc_price, value: btcPrice } };
      if (against === "difficulty") there.difficulty = { ...market.difficulty, value: row };
      const given = against === "electricity" ? { ...machine, electricity_cost: row } : machine;
      return figureOf(calculate(given, { ...facts, market: there }), figure);
    };
    const drawn = [];
    for (const row of rows) {
      const { values, zero } = heatRow(prices, (btcPrice) => at(btcPrice, row));
      drawn.push({ at: row, values, zero_price: zero });
      // A row is some hundred calculations: then whoever else waits has their turn.
      await breathe();
    }
    return {
      figure,
      unit: HEAT_FIGURES[figure],
      against,
      prices,
      rows: drawn,
      here: {
        btc_price: market.btc_price.value,
        difficulty: market.difficulty.value,
        electricity_cost: machine.electricity_cost,
        value: at(market.btc_price.value, today),
        zero_price: heatRow(prices, (btcPrice) => at(btcPrice, today)).zero,
      },
      market,
    };
  },
});

function valuesOf(axis: RoiHeatmap["price"], [low, high]: readonly [number, number], today: number): number[] {
  if (axis) return steps(axis.from, axis.to, axis.steps);
  // A price of power of nothing or less has no multiples that ascend.
  const scale = today > 0 ? today : 0.1;
  return steps(scale * low, scale * high, DEFAULT_STEPS);
}

function figureOf(answer: CalculateOutput, figure: RoiHeatmap["figure"]): number | null {
  switch (figure) {
    case "daily_profit":
      return answer.daily_profit;
    case "cumulative_profit":
      return answer.chart_data.at(-1)?.cumulative_profit ?? null;
    case "npv_usd":
      return answer.investment.npv_usd;
    case "irr_pct":
      return answer.investment.irr_pct;
    case "roi_days":
      return answer.roi_days;
  }
}
