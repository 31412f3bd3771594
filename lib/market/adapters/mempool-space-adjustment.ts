import { z } from "zod";
import type { EpochRow } from "../core/history";
import type { NextAdjustment } from "../schemas";
import { unixMs, unixSeconds } from "./unix-time";

export const Adjustment = z.object({
  progressPercent: z.number().min(0).max(100),
  difficultyChange: z.number().min(-75).max(300),
  // Milliseconds; older instances sent seconds.
  estimatedRetargetDate: z.union([unixMs, unixSeconds]),
  remainingBlocks: z.int().min(0).max(2016),
});

export const nextAdjustment = (answer: z.output<typeof Adjustment>): NextAdjustment => ({
  progress_pct: answer.progressPercent,
  change_pct: answer.difficultyChange,
  remaining_blocks: answer.remainingBlocks,
  expected_at: answer.estimatedRetargetDate.toISOString(),
  locked: answer.remainingBlocks <= 1,
});

/** `adjustment` is the ratio to the epoch before (1.0698), not a percentage. */
const changePct = (ratio: number): number => (ratio - 1) * 100;

/** A row of /mining/hashrate: live ones say `time`, the documentation says `timestamp`, both in seconds. */
export const EpochChange = z
  .object({
    time: unixSeconds.optional(),
    timestamp: unixSeconds.optional(),
    height: z.int(),
    difficulty: z.number().positive(),
    adjustment: z.number().positive().optional(),
  })
  .transform((row, issues): EpochRow => {
    const startTime = row.time ?? row.timestamp;
    if (!startTime) issues.addIssue("has neither time nor timestamp");
    return {
      startHeight: row.height,
      startTime: startTime ?? new Date(0),
      difficulty: row.difficulty,
      changePct: row.adjustment === undefined ? null : changePct(row.adjustment),
    };
  });

/** A row of /mining/difficulty-adjustments: [startTime, height, difficulty, ratio]. */
export const EpochTuple = z.tuple([unixSeconds, z.int(), z.number().positive(), z.number().positive()]).transform(
  ([startTime, height, difficulty, ratio]): EpochRow => ({
    startHeight: height,
    startTime,
    difficulty,
    changePct: changePct(ratio),
  }),
);
