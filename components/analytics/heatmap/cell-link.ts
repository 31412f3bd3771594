import type { RoiHeatmapAnswer } from "@/lib/analytics/schemas";
import { writeLink } from "@/lib/calculator/core/link";
import { pinMarket } from "@/lib/calculator/core/link-market";
import { axisUnit, type HeatmapDraft } from "./heatmap-draft";

type Cell = { row: number; column: number };

/** The calculator's address at a cell: the same machine and market, with the cell's price and difficulty or power. */
export function cellLink(draft: HeatmapDraft, answer: RoiHeatmapAnswer, { row, column }: Cell): Record<string, string> {
  const at = answer.rows[row]?.at ?? 0;
  const there =
    answer.against === "difficulty"
      ? { difficulty: String(at) }
      : { electricity_cost: String(Number((at / axisUnit("electricity", draft)).toPrecision(15))) };
  const terms = { ...draft.terms, btc_price: String(answer.prices[column] ?? 0), ...there };
  const madeAt = answer.market.btc_price.as_of ?? answer.market.difficulty.as_of ?? new Date(0).toISOString();
  return Object.fromEntries(writeLink({ scenarios: [terms], pinned: pinMarket(answer.market, madeAt) }));
}

/** The cell nearest to where things are now; none where they are outside the map. */
export function cellHere({ here, prices, rows, against }: RoiHeatmapAnswer): Cell | undefined {
  const row = nearest(
    rows.map(({ at }) => at),
    against === "difficulty" ? here.difficulty : here.electricity_cost,
  );
  const column = nearest(prices, here.btc_price);
  return row === null || column === null ? undefined : { row, column };
}

/** Of ascending values; null further beyond an end than half a step. */
function nearest(values: readonly number[], wanted: number): number | null {
  const gaps = values.map((value) => Math.abs(value - wanted));
  const least = Math.min(...gaps);
  const step = ((values.at(-1) ?? 0) - (values[0] ?? 0)) / Math.max(1, values.length - 1);
  return least <= step / 2 + 1e-9 * Math.abs(wanted) ? gaps.indexOf(least) : null;
}
