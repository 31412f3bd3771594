import { addUtcMonths } from "../calendar";
import { TARGET_BLOCK_SECONDS } from "./hashprice";
import { nextHalvingHeight, subsidySats } from "./subsidy";

export const EPOCH_BLOCKS = 2016;
/** A target of all `powLimit`, and a target of 1: difficulty can't leave this range. */
const MIN_DIFFICULTY = 1;
const MAX_DIFFICULTY = 0xffff * 2 ** 208;

export type EpochPlan = {
  /** Difficulty at `height`. */
  difficulty: number;
  /** The block under way at `startMs`. */
  height: number;
  startMs: number;
  endMs: number;
  /** Change of difficulty at the end of each epoch; the protocol allows −75 to 300. */
  growthPctEpoch: number;
};

/** A stretch of blocks with one difficulty and one subsidy. `toHeight` is exclusive. */
export type Epoch = {
  fromHeight: number;
  toHeight: number;
  fromMs: number;
  toMs: number;
  difficulty: number;
  subsidySats: number;
};

/** Mean ms between blocks in an epoch that ends with this change: it lasts 2016 · 600 / (1 + g) s. */
export const blockIntervalMs = (growthPctEpoch: number): number =>
  (TARGET_BLOCK_SECONDS * 1000) / (1 + growthPctEpoch / 100);

/** A difficulty held inside what the protocol can express. */
export const boundDifficulty = (difficulty: number): number =>
  Math.min(MAX_DIFFICULTY, Math.max(MIN_DIFFICULTY, difficulty));

/**
 * The epochs from a height on: difficulty steps every 2016 blocks, an epoch is split at a halving, the first is
 * what is left of the one under way, the last is cut at `endMs` (its `toHeight` is the first block not begun then).
 * Block h begins at `startMs + (h − height) · interval`, so growth brings the next halving nearer.
 */
export function epochs(plan: EpochPlan): Epoch[] {
  const { height, startMs, endMs, growthPctEpoch } = plan;
  const interval = blockIntervalMs(growthPctEpoch);
  const timeOf = (at: number) => startMs + (at - height) * interval;
  const found: Epoch[] = [];
  let difficulty = plan.difficulty;
  let from = height;
  let fromMs = startMs;
  while (fromMs < endMs) {
    const retarget = (Math.floor(from / EPOCH_BLOCKS) + 1) * EPOCH_BLOCKS;
    const to = Math.min(retarget, nextHalvingHeight(from));
    const toMs = timeOf(to);
    const cut = toMs >= endMs;
    // The small allowance keeps a block that begins at the end itself, but for rounding, outside.
    const toHeight = cut
      ? Math.min(to, Math.max(from + 1, height + Math.ceil((endMs - startMs) / interval - 1e-9)))
      : to;
    found.push({
      fromHeight: from,
      toHeight,
      fromMs,
      toMs: cut ? endMs : toMs,
      difficulty,
      subsidySats: subsidySats(from),
    });
    if (to === retarget) difficulty = boundDifficulty(difficulty * (1 + growthPctEpoch / 100));
    from = to;
    fromMs = toMs;
  }
  return found;
}

/** The same for a number of calendar months (UTC). */
export const epochsOfMonths = (plan: Omit<EpochPlan, "endMs"> & { months: number }): Epoch[] =>
  epochs({ ...plan, endMs: addUtcMonths(plan.startMs, plan.months) });
