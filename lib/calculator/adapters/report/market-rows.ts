import { type FigureState, SOURCE_NAMES } from "@/lib/market/schemas";
import { LINK_SOURCE } from "../../core/link-market";
import type { MarketFacts } from "../../schemas";
import type { Words } from "./words";

/** The figures of the market, in the order in which a reader asks for them. */
export const MARKET_NAMES = [
  "btc_price",
  "difficulty",
  "network_hashrate_ehs",
  "block_height",
  "block_subsidy_sats",
  "fees_sats_per_block",
  "block_interval_s",
] as const satisfies readonly (keyof MarketFacts)[];

export type MarketRow = {
  key: (typeof MARKET_NAMES)[number];
  label: string;
  value: number | null;
  source: string;
  asOf: string | null;
  state: FigureState;
  stateWord: string;
};

/** What the market was taken to be, and where each figure comes from. A figure that nobody knows has no source. */
export function marketRows(words: Words, market: MarketFacts): MarketRow[] {
  return MARKET_NAMES.map((key) => {
    const { value, source, as_of, state } = market[key];
    return {
      key,
      label: words.page(`assumptions.names.${key}`),
      value,
      source: value === null ? "" : sourceWord(words, source, state),
      asOf: as_of,
      state,
      stateWord: value === null || source === LINK_SOURCE ? "" : words.common(`provenance.state.${state}`),
    };
  });
}

function sourceWord(words: Words, source: string, state: FigureState): string {
  if (source === LINK_SOURCE) return words.t("source.link");
  if (state === "manual") return words.t("source.manual");
  // Its state says all there is to say.
  if (state === "default") return "";
  if (source === "computed" || source === "snapshot") return words.common(`provenance.source.${source}`);
  return SOURCE_NAMES[source] ?? source;
}
