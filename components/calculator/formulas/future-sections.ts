import { ASSUMED_PRICE_USD_PER_TH } from "@/lib/calculator/core/draft";
import { dateText } from "@/lib/i18n/time-format";
import type { FormulaSection, Ingredients } from "./section";
import { writeNumber } from "./write-number";

/** What becomes of it: difficulty by steps, ageing, the investment, and how sure all that is. */
export const futureSections = (from: Ingredients): FormulaSection[] => [
  epochs(from),
  decay(from),
  investment(from),
  paths(from),
];

function epochs({ locale, t, example }: Ingredients): FormulaSection {
  const { exact, number, percent } = writeNumber(locale);
  const { growthPct, epochDays, result } = example;
  const growth = exact(1 + growthPct.epoch / 100);
  const halving = result.next_halving;
  return {
    id: "epochs",
    symbols: t("epochs.symbols"),
    formulas: [
      ["frac{2016 · 600}{1 + g}"],
      ["m_1 = (1 + g)^{30.4375/14} − 1"],
      ["m_2 = (1 + g)^{30.4375 · (1 + g)/14} − 1"],
    ],
    worked: [
      {
        label: t("epochs.lasts"),
        parts: [`frac{${exact(2016)} · 600}{${growth} · ${exact(86_400)}}`],
        result: t("epochs.days", { days: number(epochDays, 3) }),
      },
      {
        label: t("epochs.nominal"),
        parts: [`${growth}^{30.4375/14} − 1`],
        result: percent(growthPct.nominalMonth, true),
      },
      {
        label: t("epochs.actual"),
        parts: [`${growth}^{30.4375 · ${growth}/14} − 1`],
        result: percent(growthPct.projectedMonth, true),
      },
      ...(halving
        ? [
            {
              label: t("epochs.halving"),
              parts: [],
              result: `${dateText(locale, halving.at)} · ${exact(halving.block_height)}`,
            },
          ]
        : []),
    ],
    figures: ["difficulty", "block_height"],
  };
}

function decay({ locale, t, example }: Ingredients): FormulaSection {
  const { exact, number, percent } = writeNumber(locale);
  const { terms, aged } = example;
  const left = `${exact(1 - aged.lossYear)}^${aged.years}`;
  return {
    id: "decay",
    symbols: t("decay.symbols", { rate: percent(aged.lossYear * 100) }),
    formulas: [["h_t = h_0 · (1 − d)^t"], ["E_t = frac{E_0}{(1 − d)^t}"]],
    worked: [
      {
        label: t("decay.after", { years: aged.years }),
        parts: [`h_3 = ${exact(terms.machine.hashrate_th)} · ${left}`],
        result: `${number(aged.hashrateTh, 2)} TH/s`,
      },
      {
        parts: [`E_3 = frac{${number(terms.machine.efficiency_j_per_th, [0, 4])}}{${left}}`],
        result: `${number(aged.efficiencyJPerTh, 2)} J/TH`,
      },
    ],
    figures: [],
  };
}

function investment({ locale, t, example }: Ingredients): FormulaSection {
  const { exact, number, usd } = writeNumber(locale);
  const { terms, result, monthlyRate } = example;
  const { npv_usd, payback_months, mined_sats, spot_alternative_sats } = result.investment;
  const months = terms.horizonMonths;
  return {
    id: "investment",
    symbols: t("investment.symbols", {
      price: usd(terms.machinePriceUsd ?? 0, 0),
      perTh: usd(ASSUMED_PRICE_USD_PER_TH, 0),
    }),
    formulas: [["r_m = (1 + r)^{1/12} − 1"], ["NPV = ∑_t frac{C_t}{(1 + r_m)^t}"]],
    worked: [
      {
        label: t("investment.rate"),
        parts: [`${exact(1 + terms.discountRateYear)}^{1/12} − 1`],
        result: `${number(monthlyRate * 100, 4)}\u00a0%`,
      },
      { label: t("investment.npv"), parts: [], result: npv_usd === null ? t("unknown") : usd(npv_usd) },
      {
        label: t("investment.payback"),
        parts: [],
        result:
          payback_months === null
            ? t("investment.never", { months })
            : t("investment.months", { months: number(payback_months, 2) }),
      },
      { label: t("investment.mined", { months }), parts: [], result: `${number(mined_sats, 0)} sat` },
      {
        label: t("investment.bought"),
        parts: [],
        result: spot_alternative_sats === null ? t("unknown") : `${number(spot_alternative_sats, 0)} sat`,
      },
    ],
    figures: ["btc_price"],
  };
}

function paths({ locale, t, example }: Ingredients): FormulaSection {
  const { exact, usd, percent } = writeNumber(locale);
  const { terms, result } = example;
  const last = result.chart_bands?.at(-1);
  const chance = result.payback_probability;
  const walk = terms.paths;
  const or = (value: number | undefined) => (value === undefined ? t("unknown") : usd(value, 0));
  const share = (value = 0) => percent(value * 100);
  return {
    id: "paths",
    symbols: t("paths.symbols", {
      volatility: share(walk?.volatilityYear),
      correlation: exact(walk?.correlation ?? 0),
      pull: share(walk?.difficultyReversion),
      scatter: share(walk?.difficultyVolatility),
    }),
    formulas: [
      ['"ln" frac{P_{t+1}}{P_t} = "ln" (1 + p)', "+ frac{v}{√12} · z − frac{v^2}{24}"],
      ['"ln" frac{D_{n+1}}{D_n} = "ln" (1 + g)', "+ k · x + w · y"],
    ],
    worked: [
      { label: t("paths.low", { months: terms.horizonMonths }), parts: [], result: or(last?.p10) },
      { label: t("paths.middle"), parts: [], result: or(last?.p50) },
      { label: t("paths.high"), parts: [], result: or(last?.p90) },
      { label: t("paths.odds"), parts: [], result: chance === null ? t("unknown") : percent(chance * 100) },
    ],
    figures: ["btc_price", "difficulty"],
  };
}
