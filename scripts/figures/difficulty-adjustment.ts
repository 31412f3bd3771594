import { z } from "zod";
import { difficultyAdjustment as adjust } from "@/lib/kernel/bitcoin/difficulty-adjustment";
import { numberField, wholeField, wordField } from "@/lib/kernel/number-field";
import { figure } from "./figure";
import { isoTime } from "./iso-time";

const ms = z.number().meta({ description: "Milliseconds" });
const NETWORKS = ["mainnet", "testnet", "testnet4", "signet", "regtest", "liquid", "liquidtestnet"] as const;
const toSeconds = (time: number) => Math.floor(time / 1000);

export const difficultyAdjustment = figure({
  name: "difficulty-adjustment",
  summary: "The next change of difficulty as mempool.space estimates it",
  input: z.strictObject({
    difficulty_time: isoTime("The time of the epoch's first block"),
    quarter_epoch_time: isoTime("The time of the block 504 before it").nullish(),
    now: isoTime("Now"),
    block_height: wholeField("The block height", [-1, Number.MAX_SAFE_INTEGER]),
    previous_retarget_pct: numberField("The previous change", [-100, 1e9], "%"),
    network: wordField("The network", NETWORKS),
    latest_block_time: isoTime("The time of the latest block").nullish(),
  }),
  output: z.object({
    progress_percent: z.number(),
    difficulty_change: z.number().meta({ description: "%, from −75 to 300" }),
    estimated_retarget_date: ms,
    remaining_blocks: z.int(),
    remaining_time: ms,
    previous_retarget: z.number(),
    previous_time: z.number().meta({ description: "Seconds" }),
    next_retarget_height: z.int(),
    time_avg: ms,
    adjusted_time_avg: ms,
    time_offset: ms,
    expected_blocks: z.number(),
  }),
  run(input) {
    const found = adjust({
      difficultyTime: toSeconds(input.difficulty_time),
      quarterEpochTime: input.quarter_epoch_time == null ? null : toSeconds(input.quarter_epoch_time),
      now: toSeconds(input.now),
      blockHeight: input.block_height,
      previousRetargetPct: input.previous_retarget_pct,
      network: input.network,
      latestBlockTime: input.latest_block_time == null ? null : toSeconds(input.latest_block_time),
    });
    return {
      progress_percent: found.progressPercent,
      difficulty_change: found.difficultyChange,
      estimated_retarget_date: found.estimatedRetargetDate,
      remaining_blocks: found.remainingBlocks,
      remaining_time: found.remainingTime,
      previous_retarget: found.previousRetarget,
      previous_time: found.previousTime,
      next_retarget_height: found.nextRetargetHeight,
      time_avg: found.timeAvg,
      adjusted_time_avg: found.adjustedTimeAvg,
      time_offset: found.timeOffset,
      expected_blocks: found.expectedBlocks,
    };
  },
});
