import type { Mempool, NextAdjustment, Source } from "../schemas";

export type FigureValues = {
  btc_price: number;
  change_24h_pct: number;
  difficulty: number;
  network_hashrate_ehs: number;
  block_interval_s: number;
  block_height: number;
  fees_sats_per_block: number;
  fear_greed_index: number;
  mempool: Mempool;
  next_adjustment: NextAdjustment;
};
export type FigureName = keyof FigureValues;

/**
 * How far a figure may move from the last good one, as a ratio: `atOnce`, and that times `perDay` for each day since.
 * Beyond that it is believed only when another source says the same within the ratio `agree`.
 */
type JumpRule = { atOnce: number; perDay: number; agree: number };

export type FigureRule = {
  /** In order of fallback. */
  sources: readonly Source[];
  /** The freshness of product.md: live while read no longer than two of these ago. */
  freshS: number;
  /** How old the source's own time may be while the figure still counts as live. */
  maxLagS: number;
  /** Absolute bounds of a number; outside, the reading is refused. */
  bounds?: { min: number; max: number; integer?: boolean };
  jump?: JumpRule;
};

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Every figure as data: who is asked, in which order, how fresh it must be and what is believed.
 * docs/data-sources.md says why; a test holds both together.
 */
export const FIGURES: { readonly [N in FigureName]: FigureRule } = {
  btc_price: {
    sources: ["coingecko", "binance", "okx", "mempool.space", "blockchain.info", "coinwarz"],
    freshS: MINUTE,
    maxLagS: 5 * MINUTE,
    bounds: { min: 100, max: 1e8 },
    jump: { atOnce: 1.2, perDay: 2, agree: 1.03 },
  },
  change_24h_pct: {
    sources: ["coingecko", "binance", "okx"],
    freshS: MINUTE,
    maxLagS: 5 * MINUTE,
    bounds: { min: -95, max: 1000 },
  },
  difficulty: {
    sources: ["blockchain.info", "mempool.space", "ankr", "coinwarz"],
    freshS: 10 * MINUTE,
    maxLagS: HOUR,
    bounds: { min: 1e10, max: 1e18 },
    // The protocol itself allows a factor of four every 2016 blocks, and so at once.
    jump: { atOnce: 4, perDay: 4, agree: 1.01 },
  },
  network_hashrate_ehs: {
    sources: ["blockchain.info", "mempool.space", "ankr"],
    freshS: 10 * MINUTE,
    maxLagS: HOUR,
    bounds: { min: 0.1, max: 1e6 },
    jump: { atOnce: 2.5, perDay: 4, agree: 1.3 },
  },
  block_interval_s: {
    sources: ["blockchain.info"],
    freshS: 10 * MINUTE,
    maxLagS: HOUR,
    bounds: { min: 60, max: 2 * HOUR },
  },
  block_height: {
    sources: ["mempool.space", "ankr", "blockchain.info", "coinwarz"],
    freshS: 10 * MINUTE,
    // Two hours without a block happen; the time of the last block is not the time of the answer.
    maxLagS: 3 * HOUR,
    bounds: { min: 100_000, max: 6_929_999, integer: true },
    jump: { atOnce: 1.001, perDay: 1.001, agree: 1.00005 },
  },
  fees_sats_per_block: {
    sources: ["mempool.space"],
    freshS: 10 * MINUTE,
    maxLagS: HOUR,
    bounds: { min: 0, max: 1e10 },
  },
  fear_greed_index: {
    sources: ["alternative.me"],
    freshS: HOUR,
    // Published once a day, for the day that has begun.
    maxLagS: 2 * DAY,
    bounds: { min: 0, max: 100, integer: true },
  },
  mempool: { sources: ["mempool.space"], freshS: 10 * MINUTE, maxLagS: HOUR },
  next_adjustment: { sources: ["mempool.space"], freshS: 10 * MINUTE, maxLagS: HOUR },
};

export const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[];

/** Two intervals of patience: one reading may be missed before a figure is called stale. */
export const PATIENCE = 2;
