import { difficultyAdjustment } from "@/lib/kernel/bitcoin/difficulty-adjustment";
import { EPOCH_BLOCKS } from "@/lib/kernel/bitcoin/epochs";
import type { KnownFigure, MarketSnapshot, NextAdjustment } from "../schemas";
import { choose } from "./choose";
import { DEFAULTS } from "./defaults";
import type { StoredReading } from "./reading";

/** An epoch of difficulty that has begun. */
export type KnownEpoch = { startHeight: number; startTime: Date; difficulty: number };

type Facts = { readings: readonly StoredReading[]; epochs: readonly KnownEpoch[] };

/**
 * The next change of difficulty: as mempool.space says while that is live; else by the same function from the
 * stored beginnings of the last epochs and today's height (`estimated`); else what was said last (`stale`).
 */
export function nextAdjustment(facts: Facts, now: Date, height: KnownFigure): MarketSnapshot["next_difficulty_change"] {
  const said = choose("next_adjustment", facts.readings, now);
  if (said?.state !== "live" && height.state === "live") {
    const estimate = estimateAdjustment(facts.epochs, now, height.value);
    if (estimate) return { ...estimate, source: height.source, as_of: height.as_of, state: "estimated" };
  }
  if (said) {
    const { source, asOf, value } = said.reading;
    return { ...value, source, as_of: asOf.toISOString(), state: said.state };
  }
  return {
    progress_pct: null,
    change_pct: null,
    remaining_blocks: null,
    expected_at: null,
    locked: null,
    source: DEFAULTS.source,
    as_of: null,
    state: "default",
  };
}

/** `null` unless the beginning of the height's own epoch and of the one before are known. */
function estimateAdjustment(epochs: readonly KnownEpoch[], now: Date, height: number): NextAdjustment | null {
  const start = height - (height % EPOCH_BLOCKS);
  const current = epochs.find((epoch) => epoch.startHeight === start);
  const before = epochs.find((epoch) => epoch.startHeight === start - EPOCH_BLOCKS);
  if (!current || !before || current.startTime >= now) return null;
  const at = (date: Date) => Math.floor(date.getTime() / 1000);
  const next = difficultyAdjustment({
    difficultyTime: at(current.startTime),
    // The block 504 before the retarget isn't stored: three quarters of the epoch before are close to it.
    quarterEpochTime: at(before.startTime) + Math.round((3 / 4) * (at(current.startTime) - at(before.startTime))),
    now: at(now),
    blockHeight: height,
    previousRetargetPct: (current.difficulty / before.difficulty - 1) * 100,
    network: "mainnet",
    latestBlockTime: null,
  });
  return {
    progress_pct: next.progressPercent,
    change_pct: next.difficultyChange,
    remaining_blocks: next.remainingBlocks,
    expected_at: new Date(next.estimatedRetargetDate).toISOString(),
    locked: next.remainingBlocks <= 1,
  };
}
