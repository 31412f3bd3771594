import { HASHES_PER_TH, SATS_PER_BTC, SECONDS_PER_DAY } from "../units";

/** Expected hashes for a block at difficulty 1. */
export const HASHES_PER_DIFFICULTY = 2 ** 32;
export const TARGET_BLOCK_SECONDS = 600;
export const TARGET_BLOCKS_PER_DAY = SECONDS_PER_DAY / TARGET_BLOCK_SECONDS;

/**
 * Expected satoshi per TH/s and day: `1e12 · 86400 / (difficulty · 2^32) · reward`.
 * `rewardSats` is subsidy plus mean fees of a block. 1e14 and 312,500,000 → 62.8642737865.
 */
export const satsPerThDay = (difficulty: number, rewardSats: number): number =>
  ((HASHES_PER_TH * SECONDS_PER_DAY) / (difficulty * HASHES_PER_DIFFICULTY)) * rewardSats;

/** Hashprice in $ per PH/s and day, gross. 1.25e14, 317,500,000 and 95,000 → 48.5412776470. */
export const hashpriceUsdPerPhDay = (difficulty: number, rewardSats: number, btcPriceUsd: number): number =>
  ((satsPerThDay(difficulty, rewardSats) * 1000) / SATS_PER_BTC) * btcPriceUsd;

/** The network's H/s that finds a block every 600 s at this difficulty. */
export const networkHashrateHs = (difficulty: number): number =>
  (difficulty * HASHES_PER_DIFFICULTY) / TARGET_BLOCK_SECONDS;
