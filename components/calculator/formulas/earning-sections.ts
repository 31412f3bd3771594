import type { FormulaSection, Ingredients } from "./section";
import { writeNumber } from "./write-number";

/** What a terahash finds: subsidy, expected satoshi and hashprice, and the same by share of the network. */
export const earningSections = (from: Ingredients): FormulaSection[] => [subsidy(from), hashprice(from), network(from)];

function subsidy({ locale, t, example }: Ingredients): FormulaSection {
  const { exact } = writeNumber(locale);
  const { market, halvings, nextHalvingHeight } = example;
  const height = market.block_height.value;
  return {
    id: "subsidy",
    symbols: t("subsidy.symbols"),
    formulas: [['n = "floor" (frac{b}{210000})'], ['R = "floor" (frac{5 · 10^9}{2^n})']],
    worked: [
      { parts: [`n = "floor" (frac{${exact(height)}}{${exact(210_000)}})`], result: exact(halvings) },
      {
        parts: [`R = "floor" (frac{5 · 10^9}{2^${halvings}})`],
        result: `${exact(market.block_subsidy_sats.value)} sat`,
      },
    ],
    note: t("subsidy.next", { height: exact(nextHalvingHeight), blocks: exact(nextHalvingHeight - height) }),
    figures: ["block_height"],
  };
}

function hashprice({ locale, t, example, perPhDay, perThDay }: Ingredients): FormulaSection {
  const { exact, number, usd } = writeNumber(locale);
  const { market, result } = example;
  const sats = number(result.sats_per_th_day, 6);
  return {
    id: "hashprice",
    symbols: t("hashprice.symbols"),
    formulas: [
      ["s = frac{10^12 · 86400}{D · 2^32}", "· (R + F)"],
      ["H = frac{1000 · s}{10^8}", "· P"],
    ],
    worked: [
      {
        parts: [
          `s = frac{10^12 · ${exact(86_400)}}{${exact(market.difficulty.value)} · 2^32}`,
          `· (${exact(market.block_subsidy_sats.value)} + ${exact(market.fees_sats_per_block.value)})`,
        ],
        result: `${sats} ${perThDay}`,
      },
      {
        parts: [`H = frac{${exact(1000)} · ${sats}}{10^8}`, `· ${usd(market.btc_price.value)}`],
        result: `${usd(result.hashprice_usd_per_ph_day)}${perPhDay}`,
      },
    ],
    figures: ["difficulty", "block_subsidy_sats", "fees_sats_per_block", "btc_price"],
  };
}

function network({ locale, t, example, perThDay }: Ingredients): FormulaSection {
  const { exact, number, percent } = writeNumber(locale);
  const { market, result, shareSatsPerThDay: share } = example;
  const { gap_pct, luck_pct, unexplained_pct } = result.algorithms;
  const networkEhs = market.network_hashrate_ehs.value;
  const interval = market.block_interval_s.value;
  const or = (value: number | null) => (value === null ? t("unknown") : percent(value, true));
  return {
    id: "network",
    symbols: t("network.symbols"),
    formulas: [["s_N = frac{1}{N} · 144", "· (R + F)"]],
    worked: [
      {
        parts:
          networkEhs === null
            ? []
            : [
                `s_N = frac{1}{${exact(networkEhs)} · 10^6} · 144`,
                `· (${exact(market.block_subsidy_sats.value)} + ${exact(market.fees_sats_per_block.value)})`,
              ],
        result: share === null ? t("unknown") : `${number(share, 6)} ${perThDay}`,
      },
      { label: t("network.gap"), parts: ["frac{s_N}{s} − 1"], result: or(gap_pct) },
      {
        label: t("network.luck"),
        parts: [interval === null ? "frac{i}{600} − 1" : `frac{${exact(interval)}}{600} − 1`],
        result: or(luck_pct),
      },
      { label: t("network.unexplained"), parts: [], result: or(unexplained_pct) },
    ],
    figures: ["network_hashrate_ehs", "block_interval_s", "block_subsidy_sats", "fees_sats_per_block"],
  };
}
