import { hashpriceUsdPerPhDay } from "@/lib/kernel/bitcoin/hashprice";
import type { MiningDays } from "@/lib/kernel/bitcoin/mining-days";
import { at, sumOf } from "../column";
import type { Replay } from "./replay";

/** A replay's days as they are told: snake_case, satoshi and US dollars. */
export function replayDays(mined: Replay, history: MiningDays) {
  let cumulative = 0;
  return history.days.map((date, day) => {
    const [price, difficulty] = [at(history.price, day), at(history.difficulty, day)];
    const [subsidy, fees] = [at(history.subsidy, day), at(history.fees, day)];
    const profit = at(mined.revenueUsd, day) - at(mined.energyUsd, day) - at(mined.otherUsd, day);
    cumulative += profit - at(mined.capitalUsd, day);
    return {
      date,
      btc_price: price,
      difficulty,
      block_subsidy_sats: subsidy,
      fees_sats_per_block: fees,
      hashprice_usd_per_ph_day: hashpriceUsdPerPhDay(difficulty, subsidy + fees, price),
      machines: at(mined.machines, day),
      running: at(mined.running, day),
      hashrate_th: at(mined.hashrateTh, day),
      mined_sats: at(mined.sats, day),
      revenue: at(mined.revenueUsd, day),
      energy_cost: at(mined.energyUsd, day),
      other_costs: at(mined.otherUsd, day),
      capital: at(mined.capitalUsd, day),
      profit,
      cumulative_profit: cumulative,
    };
  });
}

/** The whole: the sum of its days. */
export function replayTotals(mined: Replay) {
  const [revenue, energy, other] = [sumOf(mined.revenueUsd), sumOf(mined.energyUsd), sumOf(mined.otherUsd)];
  return {
    days: mined.sats.length,
    mined_sats: sumOf(mined.sats),
    revenue,
    energy_cost: energy,
    other_costs: other,
    capital: sumOf(mined.capitalUsd),
    profit: revenue - energy - other,
    machine_days: sumOf(mined.machines),
    machine_days_off: sumOf(mined.machines) - sumOf(mined.running),
  };
}
