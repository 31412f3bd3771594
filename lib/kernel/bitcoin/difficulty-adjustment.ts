import { EPOCH_BLOCKS } from "./epochs";
import { TARGET_BLOCK_SECONDS } from "./hashprice";

/** The first quarter of an epoch is filled up with blocks of the one before. */
const QUARTER_BLOCKS = EPOCH_BLOCKS / 4;
/** Where a block may be mined at difficulty 1 once 20 minutes have passed. */
const MIN_DIFFICULTY_NETWORKS: readonly string[] = ["testnet", "testnet4"];
const MIN_DIFFICULTY_AFTER_SECONDS = 1200;

export type DifficultyAdjustmentInput = {
  /** Time of the epoch's first block, s. */
  difficultyTime: number;
  /** Time of the block 504 before the epoch's first; without it nothing is filled up. */
  quarterEpochTime: number | null;
  now: number;
  blockHeight: number;
  /** The last change, %. */
  previousRetargetPct: number;
  network: string;
  /** Time of the tip, s. */
  latestBlockTime: number | null;
};

/** Units as mempool.space has them: `previousTime` in s, every other time and duration in ms. */
export type DifficultyAdjustment = {
  progressPercent: number;
  difficultyChange: number;
  estimatedRetargetDate: number;
  remainingBlocks: number;
  remainingTime: number;
  previousRetarget: number;
  previousTime: number;
  nextRetargetHeight: number;
  timeAvg: number;
  adjustedTimeAvg: number;
  timeOffset: number;
  expectedBlocks: number;
};

/**
 * The next change of difficulty as mempool.space estimates it (its published behaviour and test vectors).
 * Blocks of the epoch against 600 s each; below 504 of them the window reaches back into the epoch before, whose
 * time is scaled to today's difficulty; at block 2015 the change is locked by that block's own time.
 */
export function difficultyAdjustment(input: DifficultyAdjustmentInput): DifficultyAdjustment {
  const { difficultyTime, now, blockHeight, previousRetargetPct, latestBlockTime } = input;
  const found = blockHeight >= 0 ? blockHeight % EPOCH_BLOCKS : 0;
  const remainingBlocks = EPOCH_BLOCKS - found;
  const elapsed = Math.max(0, now - difficultyTime);
  const meanSeconds = found > 0 ? elapsed / found : TARGET_BLOCK_SECONDS;
  const window = pace(input, found, elapsed, meanSeconds);
  const minDifficulty = MIN_DIFFICULTY_NETWORKS.includes(input.network);
  const timeAvgSeconds = minDifficulty ? Math.min(meanSeconds, MIN_DIFFICULTY_AFTER_SECONDS) : meanSeconds;
  const adjustedTimeAvg = Math.floor(window.meanSeconds * 1000);
  const remainingTime = remainingBlocks * adjustedTimeAvg;
  return {
    progressPercent: blockHeight >= 0 ? (found / EPOCH_BLOCKS) * 100 : 100,
    difficultyChange: Math.max(-75, Math.min(300, window.changePct)),
    estimatedRetargetDate: remainingTime + now * 1000,
    remainingBlocks,
    remainingTime,
    previousRetarget: previousRetargetPct,
    previousTime: difficultyTime,
    nextRetargetHeight: blockHeight >= 0 ? blockHeight + remainingBlocks : 0,
    timeAvg: Math.floor(timeAvgSeconds * 1000),
    adjustedTimeAvg,
    timeOffset: minDifficulty ? minDifficultyOffset(now - (latestBlockTime ?? now), timeAvgSeconds) : 0,
    expectedBlocks: elapsed / TARGET_BLOCK_SECONDS,
  };
}

/** Mean seconds a block and the change that they lead to, over the window that counts. */
function pace(input: DifficultyAdjustmentInput, found: number, elapsed: number, meanSeconds: number) {
  const change = (seconds: number, blocks: number) => ((TARGET_BLOCK_SECONDS * blocks) / seconds - 1) * 100;
  if (input.quarterEpochTime !== null && found < QUARTER_BLOCKS - 1) {
    const before = (input.difficultyTime - input.quarterEpochTime) * (1 + input.previousRetargetPct / 100);
    const seconds = elapsed + before;
    return { meanSeconds: seconds / (QUARTER_BLOCKS - 1), changePct: change(seconds, QUARTER_BLOCKS) };
  }
  const locked = found === EPOCH_BLOCKS - 1;
  const until = locked ? (input.latestBlockTime ?? input.now) : input.now;
  return { meanSeconds, changePct: change(until - input.difficultyTime, found + 1) };
}

/** Once the 20 minutes would pass before the next block, the clock starts again: ms to take off. */
function minDifficultyOffset(sinceLastBlock: number, timeAvgSeconds: number): number {
  if (sinceLastBlock + timeAvgSeconds <= MIN_DIFFICULTY_AFTER_SECONDS) return 0;
  return -Math.min(sinceLastBlock, MIN_DIFFICULTY_AFTER_SECONDS) * 1000;
}
