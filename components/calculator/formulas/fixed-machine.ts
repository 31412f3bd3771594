import { calculate } from "@/lib/calculator/core/calculate";
import { marketOfInput } from "@/lib/calculator/core/market-facts";
import { CalculateInput } from "@/lib/calculator/schemas";

/** The second fixed market's machine: 200 TH/s and 3,500 W at $0.06, fee 2 %, uptime 97 %. US dollars a day. */
export function fixedMachine(): { revenue: number; energy: number; net: number } {
  const market = { btc_price: 95_000, difficulty: 1.25e14, block_height: 930_000, fees_sats_per_block: 5_000_000 };
  const machine = { hashrate_th: 200, power_w: 3500, electricity_cost: 0.06, pool_fee_pct: 2, uptime_pct: 97 };
  const known = marketOfInput(market);
  if (!known) throw new Error("The fixed market is complete.");
  const input = CalculateInput.parse({ ...machine, horizon_months: 1 });
  const { daily_revenue, daily_cost, daily_profit } = calculate(input, {
    model: null,
    market: known,
    today: "2026-01-01",
  });
  return { revenue: daily_revenue, energy: daily_cost, net: daily_profit };
}
