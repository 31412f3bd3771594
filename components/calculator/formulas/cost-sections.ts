import type { FormulaSection, Ingredients } from "./section";
import { writeNumber } from "./write-number";

/** What is left of it: the pool's way of paying and the hours that run, and where a machine stops paying. */
export const costSections = (from: Ingredients): FormulaSection[] => [pool(from), breakEven(from)];

function pool({ locale, t, example, perThDay }: Ingredients): FormulaSection {
  const { exact, number, usd } = writeNumber(locale);
  const { terms, market, result, paidSatsPerThDay, ppsRevenue } = example;
  const paid = number(paidSatsPerThDay, 6);
  const run = exact(terms.runShare);
  return {
    id: "pool",
    symbols: t("pool.symbols"),
    formulas: [
      ['"FPPS" :', "s_f = s · (1 − f)"],
      ['"PPS" :', "R · (1 − f)"],
      ['"PPS+" :', "R · (1 − f_1) + F · (1 − f_2)"],
      ["V = s_f · h · u · a", "· frac{P}{10^8}"],
      ["Q = frac{W}{1000} · 24 · u · c"],
    ],
    worked: [
      {
        parts: [`s_f = ${number(result.sats_per_th_day, 6)}`, `· (1 − ${exact(terms.pool.fee)})`],
        result: `${paid} ${perThDay}`,
      },
      {
        label: t("pool.revenue"),
        parts: [
          `${paid} · ${exact(terms.machine.hashrate_th)}`,
          `· ${run} · ${exact(terms.acceptedShare)}`,
          `· frac{${usd(market.btc_price.value)}}{10^8}`,
        ],
        result: usd(result.daily_revenue, 4),
      },
      {
        label: t("pool.energy"),
        parts: [
          `frac{${exact(terms.machine.power_w)}}{${exact(1000)}} · 24`,
          `· ${run} · $${exact(terms.electricityUsdPerKwh)}`,
        ],
        result: usd(result.daily_cost, 4),
      },
      { label: t("pool.profit"), parts: ["V − Q"], result: usd(result.daily_profit, 4) },
      { label: t("pool.pps"), parts: [], result: usd(ppsRevenue, 4) },
    ],
    figures: ["btc_price", "difficulty", "fees_sats_per_block"],
  };
}

function breakEven({ locale, t, example }: Ingredients): FormulaSection {
  const { exact, number, usd } = writeNumber(locale);
  const { terms, result, energyKwhDay, capitalUsdDay } = example;
  const { gross_electricity_usd_per_mwh: gross, cash, full } = result.break_even;
  const perMwh = (value: number | null) => (value === null ? t("unknown") : `${usd(value)}/MWh`);
  // Six decimals go in, so that whoever checks by hand gets the same cents.
  const revenue = usd(result.daily_revenue, 6);
  const capital = capitalUsdDay === null ? null : usd(capitalUsdDay, 6);
  const mwh = exact(energyKwhDay / 1000);
  const years = exact(terms.horizonMonths / 12);
  const price = terms.machinePriceUsd ?? 0;
  return {
    id: "breakEven",
    symbols: t("breakEven.symbols"),
    formulas: [
      ["c_1 = frac{H}{0.024 · E}"],
      ["c_2 = frac{V}{M}"],
      ["K = (I − frac{S}{(1 + r)^T})", "· frac{(1 + r)^{1/365.25} − 1}{1 − (1 + r)^{−T}}"],
      ["c_3 = frac{V − K}{M}"],
    ],
    worked: [
      {
        label: t("breakEven.gross"),
        parts: [
          `frac{${usd(result.hashprice_usd_per_ph_day, 6)}}{0.024 · ${number(terms.machine.efficiency_j_per_th, [0, 4])}}`,
        ],
        result: perMwh(gross),
      },
      { label: t("breakEven.cash"), parts: [`frac{${revenue}}{${mwh}}`], result: perMwh(cash.electricity_usd_per_mwh) },
      {
        label: t("breakEven.capital"),
        parts: [
          `($${exact(price)} − frac{$${exact(price * terms.residualShare)}}{${exact(1 + terms.discountRateYear)}^${years}})`,
          `· frac{${exact(1 + terms.discountRateYear)}^{1/365.25} − 1}{1 − ${exact(1 + terms.discountRateYear)}^{−${years}}}`,
        ],
        result: capital ?? t("unknown"),
      },
      {
        label: t("breakEven.full"),
        parts: capital === null ? [] : [`frac{${revenue} − ${capital}}{${mwh}}`],
        result: perMwh(full.electricity_usd_per_mwh),
      },
    ],
    figures: ["btc_price", "difficulty", "fees_sats_per_block"],
  };
}
