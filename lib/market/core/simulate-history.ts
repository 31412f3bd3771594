import { networkHashrateHs } from "@/lib/kernel/bitcoin/hashprice";
import { isoDate, utcDateMs } from "@/lib/kernel/calendar";
import { HASHES_PER_EH, MS_PER_DAY } from "@/lib/kernel/units";
import type { DayValue } from "./history";

export type Ends = { btcPrice: number; difficulty: number };

export type Simulation = {
  seed: number;
  /** The last day, and how many there are. */
  until: string;
  days: number;
  first: Ends;
  last: Ends;
};

const DAILY_VOLATILITY = 0.028;
const RETARGET_DAYS = 14;
const RETARGET_VOLATILITY = 0.03;
const DAILY_LUCK = 0.08;

/** Where five simulated years begin that end at `last`: price and difficulty have grown a good deal since. */
export const fiveYearsBefore = (last: Ends): Ends => ({
  btcPrice: last.btcPrice * 0.45,
  difficulty: last.difficulty * 0.18,
});

/**
 * A made-up but plausible past for the demo, day by day from one state of the market to another: the price walks,
 * difficulty steps every 14 days, the hashrate scatters by a day's luck, fear and greed follow the price of the last
 * month. Seeded: the same input gives the same series. It is stored with the origin `simulated`, never without it.
 */
export function simulateHistory({ seed, until, days, first, last }: Simulation): DayValue[] {
  const normal = normals(seed);
  const end = utcDateMs(until);
  const prices = bridge(days, first.btcPrice, last.btcPrice, DAILY_VOLATILITY, normal);
  const epochs = Math.ceil(days / RETARGET_DAYS) + 1;
  const steps = bridge(epochs, first.difficulty, last.difficulty, RETARGET_VOLATILITY, normal);
  return prices.flatMap((price, index): DayValue[] => {
    const day = isoDate(end - (days - 1 - index) * MS_PER_DAY);
    // Counted from the end, so that the last day has today's difficulty.
    const step = steps[epochs - 1 - Math.floor((days - 1 - index) / RETARGET_DAYS)] ?? last.difficulty;
    const luck = Math.exp(DAILY_LUCK * normal() - DAILY_LUCK ** 2 / 2);
    const monthAgo = prices[Math.max(0, index - 30)] ?? price;
    return [
      { series: "btc_price", day, value: round(price, 2) },
      { series: "difficulty", day, value: Math.round(step) },
      { series: "network_hashrate", day, value: round((networkHashrateHs(step) / HASHES_PER_EH) * luck, 3) },
      { series: "fees_btc", day, value: round(3.5 * Math.exp(0.35 * normal()), 4) },
      { series: "block_count", day, value: Math.max(100, Math.round(144 * luck)) },
      { series: "fear_greed_index", day, value: mood(price / monthAgo, normal()) },
    ];
  });
}

/** A geometric random walk from one value to another. */
function bridge(count: number, first: number, last: number, volatility: number, normal: () => number): number[] {
  const walk = [0];
  for (let index = 1; index < count; index++) walk.push((walk[index - 1] ?? 0) + volatility * normal());
  const end = walk[count - 1] ?? 0;
  const span = Math.max(1, count - 1);
  return walk.map(
    (value, index) => first * Math.exp((Math.log(last / first) * index) / span + value - (end * index) / span),
  );
}

const mood = (monthRatio: number, noise: number): number =>
  Math.round(Math.min(97, Math.max(4, 50 + 130 * Math.log(monthRatio) + 5 * noise)));

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Standard normal numbers (Box and Muller) over mulberry32. */
function normals(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
