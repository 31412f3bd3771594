import { SATS_PER_BTC } from "@/lib/kernel/units";
import type { MarketFacts } from "../schemas";
import type { ChartRow, Investment } from "./answer-parts";
import { machinesPriceUsd } from "./chart-rows";
import { payback } from "./payback";
import { returnFigures } from "./return-figures";
import type { Terms } from "./terms";

/**
 * What the machines bring as an investment: −price now, each month's profit after tax, the residual value at the end.
 * The payback counts what is mined, so without the residual value. Null without a price of the machines.
 */
export function investment(terms: Terms, market: MarketFacts, rows: readonly ChartRow[]): Investment {
  const minedSats = rows.reduce((sum, row) => sum + row.mined_sats, 0);
  if (terms.machinePriceUsd === null) return { ...WITHOUT_PRICE, mined_sats: minedSats };
  const price = machinesPriceUsd(terms);
  const earned = [-price, ...rows.map((row) => row.profit - row.tax)];
  const flows = earned.with(-1, (earned.at(-1) ?? 0) + price * terms.residualShare);
  const figures = returnFigures(flows, { discount: terms.discountRateYear });
  return {
    npv_usd: figures.npvUsd,
    irr_pct: figures.irrPct,
    irr_reason: figures.irrReason,
    irr_rates_pct: figures.irrRatesPct,
    mirr_pct: figures.mirrPct,
    payback_months: payback(earned),
    spot_alternative_sats: boughtSats(price, market.btc_price.value, rows),
    mined_sats: minedSats,
  };
}

const WITHOUT_PRICE: Omit<Investment, "mined_sats"> = {
  npv_usd: null,
  irr_pct: null,
  irr_reason: "no_machine_price",
  irr_rates_pct: [],
  mirr_pct: null,
  payback_months: null,
  spot_alternative_sats: null,
};

/** Mine or buy: what the price of the machines buys today and each month's costs at that month's price, in satoshi. */
function boughtSats(price: number, btcPriceUsd: number, rows: readonly ChartRow[]): number {
  let btc = price / btcPriceUsd;
  for (const row of rows) btc += row.cost / row.btc_price;
  return btc * SATS_PER_BTC;
}
