import { EPOCH_BLOCKS } from "@/lib/kernel/bitcoin/epochs";
import type { Origin, Series } from "../schemas";

/** One value of a daily series: `day` as `2026-01-31`. */
export type DayValue = { series: Series; day: string; value: number };

/** A value of a day with where it comes from; stored, or computed of what is. */
export type DatedValue = { day: string; value: number; origin: Origin; source: string };

export type StoredDay = DayValue & DatedValue;

/** The beginning of a difficulty epoch; `changePct` against the epoch before, `null` for the first. */
export type EpochRow = { startHeight: number; startTime: Date; difficulty: number; changePct: number | null };

/** Only the first block of an epoch changes difficulty; a row at another height is not one. */
export const startsEpoch = ({ startHeight }: EpochRow): boolean => startHeight % EPOCH_BLOCKS === 0;
