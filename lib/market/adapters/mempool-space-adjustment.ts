import { z } from "zod";
import type { EpochRow } from "../core/history";
import type { NextAdjustment } from "../schemas";

export const Adjustment = z.object({
  progressPercent: z.number().min(0).max(100),
  difficultyChange: z.number().min(-75).max(300),
  estimatedRetargetDate: z.number(),
  remainingBlocks: z.int().min(0).max(2016),
});

/** Times and durations come in milliseconds; older instances sent seconds. This lies between the two, in 1973 and 5138. */
const SECONDS_BELOW = 1e11;
const toMs = (time: number): number => (time < SECONDS_BELOW ? time * 1000 : time);

export const nextAdjustment = (answer: z.output<typeof Adjustment>): NextAdjustment => ({
  progress_pct: answer.progressPercent,
  change_pct: answer.difficultyChange,
  remaining_blocks: answer.remainingBlocks,
  expected_at: new Date(toMs(answer.estimatedRetargetDate)).toISOString(),
  locked: answer.remainingBlocks <= 1,
});

/** `adjustment` is the ratio to the epoch before (1.0698), not a percentage. */
const changePct = (ratio: number): number => (ratio - 1) * 100;

/** A row of /mining/hashrate: live ones say `time`, the documentation says `timestamp`, both in seconds. */
export const EpochChange = z
  .object({
    time: z.number().optional(),
    timestamp: z.number().optional(),
    height: z.int(),
    difficulty: z.number().positive(),
    adjustment: z.number().positive().optional(),
  })
  .transform((row, issues): EpochRow => {
    const seconds = row.time ?? row.timestamp;
    if (seconds === undefined) issues.addIssue("has neither time nor timestamp");
    return {
      startHeight: row.height,
      startTime: new Date((seconds ?? 0) * 1000),
      difficulty: row.difficulty,
      changePct: row.adjustment === undefined ? null : changePct(row.adjustment),
    };
  });

/** A row of /mining/difficulty-adjustments: [seconds, height, difficulty, ratio]. */
export const EpochTuple = z.tuple([z.number(), z.int(), z.number().positive(), z.number().positive()]).transform(
  ([seconds, height, difficulty, ratio]): EpochRow => ({
    startHeight: height,
    startTime: new Date(seconds * 1000),
    difficulty,
    changePct: changePct(ratio),
  }),
);
