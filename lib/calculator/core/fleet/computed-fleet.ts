import type { FleetComputed, FleetResultRow, FleetSummary, MarketFacts } from "../../schemas";
import type { FindMachine } from "../batch/batch-row";
import { batchTotals } from "../batch/batch-totals";
import { isHighPrice, isLowPrice } from "./odd-price";
import type { FleetDefaults, GoodFleetRow } from "./schemas";

type Ground = { market: MarketFacts; defaults: FleetDefaults; computedAt: string; find: FindMachine };

/** What reading a list gave, with what its rows earn together and what that stands on. `computedAt`: ISO 8601. */
export function computedFleet(
  summary: FleetSummary,
  rows: readonly FleetResultRow[],
  { market, defaults, computedAt, find }: Ground,
): FleetComputed {
  const good = rows.flatMap((row) => (row.ok ? [row] : []));
  const keepable = good.filter(({ miner_model_id }) => miner_model_id !== null);
  const prices = good.flatMap((row) => (row.price_given ? [row.electricity_cost] : []));
  const assumed = good.filter(({ is_price_assumed }) => is_price_assumed);
  return {
    ...summary,
    counts: { ...summary.counts, good: good.length, wrong: rows.length - good.length },
    computed_at: computedAt,
    defaults,
    assumed_electricity_cost: assumed[0]?.electricity_cost ?? null,
    rows_at_assumed_cost: assumed.length,
    rows_at_high_price: prices.filter(isHighPrice).length,
    rows_at_low_price: prices.filter(isLowPrice).length,
    keepable: {
      rows: keepable.length,
      machines: keepable.reduce((sum, { quantity }) => sum + quantity, 0),
      rows_with_own_figures: keepable.filter((row) => hasOwnFigures(row, find)).length,
    },
    totals: batchTotals(rows),
    market,
  };
}

/** The list says another hashrate or power of a machine than the catalogue, which keeping it as a model forgets. */
function hasOwnFigures({ miner_model_id: id, machine }: GoodFleetRow, find: FindMachine): boolean {
  if (id === null || machine.source === "catalogue") return false;
  const { model } = find(id);
  return model !== null && (model.hashrate_th !== machine.hashrate_th || model.power_w !== machine.power_w);
}
