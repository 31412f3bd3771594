import { isoDate } from "@/lib/kernel/calendar";
import type { ChartRow } from "./answer-parts";
import type { Month } from "./projection";
import { depreciationUsdMonth, incomeTaxUsd } from "./tax";
import type { Terms } from "./terms";

/** The price of all machines together; 0 where it isn't known. */
export const machinesPriceUsd = (terms: Terms): number => (terms.machinePriceUsd ?? 0) * terms.quantity;

/** The projection as the answer shows it: the running sum begins at minus the price of the machines. */
export function chartRows(terms: Terms, months: readonly Month[]): ChartRow[] {
  const depreciation = depreciationUsdMonth(terms);
  let cumulative = -machinesPriceUsd(terms);
  return months.map((month) => {
    const profit = month.revenueUsd - month.costUsd;
    const tax = incomeTaxUsd(profit, depreciation, terms.taxRate);
    cumulative += profit - tax;
    return {
      date: isoDate(month.startMs),
      block_height: month.height,
      difficulty: month.difficulty,
      btc_price: month.btcPriceUsd,
      hashrate_th: month.hashrateTh,
      mined_sats: month.minedSats,
      revenue: month.revenueUsd,
      cost: month.costUsd,
      profit,
      tax,
      cumulative_profit: cumulative,
    };
  });
}
