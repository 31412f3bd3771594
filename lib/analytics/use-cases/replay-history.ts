import {
  ASSUMED_ELECTRICITY_USD_PER_KWH,
  DEFAULTS,
  decayForce,
  hashrateShare,
  poolReward,
  resolveTerms,
} from "@/lib/calculator/index";
import type { QueryCtx } from "@/lib/kernel/context";
import { fieldRefusal } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { knownMiningDays } from "@/lib/market/index";
import { analyticsContract } from "../contract";
import { compareHolding } from "../core/replay/compare-holding";
import { replay } from "../core/replay/replay";
import { replayDays, replayTotals } from "../core/replay/replay-days";
import type { HistoricalReplay } from "../schemas";
import { fleetOf } from "./fleet-of";

const { input, output, permission } = analyticsContract.historicalReplay;

/**
 * What a fleet would have earned between two days, from the prices, difficulties, subsidies and fees of those days.
 * Throws `validation` where history doesn't reach so far, and says how far it does.
 */
export const replayHistory = query({
  name: "analytics.history.replay",
  permission,
  input,
  output,
  async run(ctx, asked) {
    const [fleet, known] = await Promise.all([fleetOf(ctx, asked), historyOf(ctx, asked)]);
    const { history, provenance } = known;
    const mined = replay(fleet.rows, termsOf(asked), history);
    const { spentUsd, sold, kept, bought, averaged } = compareHolding(mined, history);
    return {
      from: asked.from,
      to: asked.to,
      days: replayDays(mined, history),
      totals: replayTotals(mined),
      comparison: {
        spent_usd: spentUsd,
        sold: outcome(sold),
        kept: outcome(kept),
        bought: outcome(bought),
        averaged: outcome(averaged),
      },
      market: provenance,
      carried_days: [...history.carried],
      assumptions: assumptionsOf(asked, fleet),
    };
  },
});

async function historyOf(ctx: QueryCtx, { from, to }: HistoricalReplay) {
  const found = await knownMiningDays(ctx, { from, to });
  if (found.history) return found;
  const { range } = found;
  const message = range
    ? `Price and difficulty are known from ${range.from} to ${range.to}.`
    : "No history of price and difficulty is known yet: import some, or come back when the worker has fetched it.";
  throw fieldRefusal(
    "validation",
    range && from >= range.from && from <= range.to ? "to" : "from",
    "out_of_history",
    message,
  );
}

function termsOf(asked: HistoricalReplay) {
  const { pool } = resolveTerms({ ...asked, hashrate_th: 1, power_w: 1, electricity_cost: 0 }, null, asked.from);
  const force = decayForce((asked.hashrate_decay_pct_year ?? DEFAULTS.hashrate_decay_pct_year) / 100);
  return {
    payout: (subsidySats: number, feesSats: number) => poolReward(pool, subsidySats, feesSats),
    hashrateShare: (days: number) => hashrateShare(force, days),
    otherCostsUsdDay: asked.other_costs_usd_day ?? DEFAULTS.other_costs_usd_day,
    standsStill: asked.stand_still,
  };
}

const outcome = ({ sats, cashUsd, valueUsd, gainUsd }: ReturnType<typeof compareHolding>["sold"]) => ({
  sats,
  cash_usd: cashUsd,
  value_usd: valueUsd,
  gain_usd: gainUsd,
});

const assumptionsOf = (asked: HistoricalReplay, fleet: Awaited<ReturnType<typeof fleetOf>>) => ({
  machines: fleet.rows.reduce((sum, { quantity }) => sum + quantity, 0),
  electricity_cost: asked.electricity_cost ?? ASSUMED_ELECTRICITY_USD_PER_KWH,
  machines_at_it: fleet.atAssumedPrice,
  machines_without_cost: fleet.withoutCost,
  pool_method: asked.pool_method ?? DEFAULTS.pool_method,
  pool_fee_pct: asked.pool_fee_pct ?? DEFAULTS.pool_fee_pct,
  uptime_pct: asked.uptime_pct ?? DEFAULTS.uptime_pct,
  rejected_pct: asked.rejected_pct ?? DEFAULTS.rejected_pct,
  hashrate_decay_pct_year: asked.hashrate_decay_pct_year ?? DEFAULTS.hashrate_decay_pct_year,
  other_costs_usd_day: asked.other_costs_usd_day ?? DEFAULTS.other_costs_usd_day,
  stand_still: asked.stand_still,
  count_from: asked.count_from,
});
