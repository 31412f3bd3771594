import { isoDate, utcDateMs } from "../calendar";
import { MS_PER_DAY, SATS_PER_BTC } from "../units";
import { type HeightMark, heightAt, meanSubsidySats } from "./block-heights";
import { hashpriceUsdPerPhDay } from "./hashprice";

/** What mining stood on, day by day without a gap; every column is as long as `days`. */
export type MiningDays = {
  /** UTC days as 2026-01-31. */
  days: readonly string[];
  /** US dollars. */
  price: Float64Array;
  /** In force on the day; its mean where it changed. */
  difficulty: Float64Array;
  /** Satoshi newly made a block, mean of the day. */
  subsidy: Float64Array;
  /** Satoshi of fees a block, mean of the day. */
  fees: Float64Array;
  /** Days on which price or difficulty is the day before's, for the source knows none. */
  carried: readonly string[];
};

/** Daily values by their day, as far as they are known. */
export type DailySeries = Readonly<
  Record<
    "price" | "difficultyMean" | "difficulty" | "blockHeight" | "blockCount" | "feesBtc",
    ReadonlyMap<string, number>
  >
>;

export type Period = { from: string; to: string };

/**
 * The days of a period, with what is missing carried on from the day before: nothing is ever taken from a later day.
 * The series begin some days earlier, so that a day is the same whichever period it is in. `marks` are heights that are
 * known besides the series' own. Null where neither the first day nor one before it has a price and a difficulty, or no
 * height is known at all.
 */
export function miningDays(series: DailySeries, marks: readonly HeightMark[], period: Period): MiningDays | null {
  const startMs = utcDateMs(period.from);
  const count = (utcDateMs(period.to) - startMs) / MS_PER_DAY + 1;
  const days = Array.from({ length: count }, (_, index) => isoDate(startMs + index * MS_PER_DAY));
  const height = heightAt([...marks, ...endsOfDays(series.blockHeight)]);
  const ahead = [...new Set(Object.values(series).flatMap((values) => [...values.keys()]))]
    .filter((day) => day < period.from)
    .sort();
  const column = (of: (day: string) => number | undefined, first?: number) =>
    carriedOn(days, of, ahead.map(of).findLast((value) => value !== undefined) ?? first);
  const price = column((day) => series.price.get(day));
  const difficulty = column((day) => series.difficultyMean.get(day) ?? series.difficulty.get(day));
  if (!height || !price || !difficulty) return null;
  const fees = column((day) => feesPerBlock(series, day), 0);
  return {
    days,
    price: price.values,
    difficulty: difficulty.values,
    subsidy: Float64Array.from(days, (_, index) => {
      const ms = startMs + index * MS_PER_DAY;
      return meanSubsidySats(height(ms), height(ms + MS_PER_DAY));
    }),
    fees: fees?.values ?? new Float64Array(count),
    carried: days.filter((day) => price.carried.has(day) || difficulty.carried.has(day)),
  };
}

/** The heights of days' last blocks, as marks at the ends of their days. */
export const endsOfDays = (heights: ReadonlyMap<string, number>): HeightMark[] =>
  [...heights].map(([day, height]) => ({ ms: utcDateMs(day) + MS_PER_DAY, height }));

function feesPerBlock({ feesBtc, blockCount }: DailySeries, day: string): number | undefined {
  const [fees, blocks] = [feesBtc.get(day), blockCount.get(day)];
  return fees === undefined || !blocks ? undefined : (fees * SATS_PER_BTC) / blocks;
}

/** A column in which a day without a value has the one of the day before; null where there is none yet. */
function carriedOn(days: readonly string[], of: (day: string) => number | undefined, before: number | undefined) {
  const values = new Float64Array(days.length);
  const carried = new Set<string>();
  let last = before;
  for (const [index, day] of days.entries()) {
    const value = of(day);
    if (value === undefined) carried.add(day);
    last = value ?? last;
    if (last === undefined) return null;
    values[index] = last;
  }
  return { values, carried };
}

/** What 1 PH/s earned on each day, gross, in US dollars. */
export const hashpricesOfDays = ({ price, difficulty, subsidy, fees }: MiningDays): Float64Array =>
  price.map((usd, day) =>
    hashpriceUsdPerPhDay(difficulty[day] ?? Number.NaN, (subsidy[day] ?? Number.NaN) + (fees[day] ?? 0), usd),
  );
