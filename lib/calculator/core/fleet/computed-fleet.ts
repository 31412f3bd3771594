import type { FleetComputed, FleetResultRow, FleetSummary, MarketFacts } from "../../schemas";
import { batchTotals } from "../batch/batch-totals";
import type { FleetDefaults } from "./schemas";

type Ground = { market: MarketFacts; defaults: FleetDefaults; computedAt: string };

/** What reading a list gave, with what its rows earn together and what that stands on. `computedAt`: ISO 8601. */
export function computedFleet(
  summary: FleetSummary,
  rows: readonly FleetResultRow[],
  { market, defaults, computedAt }: Ground,
): FleetComputed {
  const good = rows.flatMap((row) => (row.ok ? [row] : []));
  const keepable = good.filter(({ miner_model_id }) => miner_model_id !== null);
  const assumed = good.filter(({ is_price_assumed }) => is_price_assumed);
  return {
    ...summary,
    counts: { ...summary.counts, good: good.length, wrong: rows.length - good.length },
    computed_at: computedAt,
    defaults,
    assumed_electricity_cost: assumed[0]?.electricity_cost ?? null,
    rows_at_assumed_cost: assumed.length,
    keepable: { rows: keepable.length, machines: keepable.reduce((sum, { quantity }) => sum + quantity, 0) },
    totals: batchTotals(rows),
    market,
  };
}
