import { TARGET_BLOCK_SECONDS } from "@/lib/kernel/bitcoin/hashprice";
import { subsidySats } from "@/lib/kernel/bitcoin/subsidy";
import { utcDateMs } from "@/lib/kernel/calendar";
import type { MarketFacts } from "../schemas";
import type { MarketInput } from "./market-input";

type Known = MarketFacts["btc_price"];
type Unknown = MarketFacts["network_hashrate_ehs"];
/** The figures of the live snapshot that a calculation can use. */
export type LiveMarket = Omit<MarketFacts, "block_subsidy_sats">;
/** When a projection begins, and today: dates such as 2026-01-31. */
export type Dates = { start: string; today: string };

const NEEDED = ["btc_price", "difficulty", "block_height", "fees_sats_per_block"] as const;

const given = (value: number): Known => ({ value, source: "manual", as_of: null, state: "manual" });
const NOT_GIVEN: Unknown = { value: null, source: "none", as_of: null, state: "manual" };

/** The figures that a calculation can't do without and the input doesn't give. */
export const missingMarketFields = (input: MarketInput = {}): string[] =>
  NEEDED.filter((name) => input[name] === undefined);

/** A market that stands on the input alone, or null where it isn't complete. */
export function marketOfInput(input: MarketInput = {}): MarketFacts | null {
  const { btc_price, difficulty, block_height, fees_sats_per_block } = input;
  if (btc_price === undefined || difficulty === undefined) return null;
  if (block_height === undefined || fees_sats_per_block === undefined) return null;
  return {
    btc_price: given(btc_price),
    difficulty: given(difficulty),
    network_hashrate_ehs: input.network_hashrate_ehs === undefined ? NOT_GIVEN : given(input.network_hashrate_ehs),
    fees_sats_per_block: given(fees_sats_per_block),
    block_height: given(block_height),
    block_subsidy_sats: given(input.block_subsidy_sats ?? subsidySats(block_height)),
    block_interval_s: input.block_interval_s === undefined ? NOT_GIVEN : given(input.block_interval_s),
  };
}

/**
 * What the input gives is used exactly, the rest comes from the live snapshot. A live block interval belongs to the
 * live hashrate alone. A live height is of today: for another start it is carried there at 600 s a block.
 */
export function mergeMarket(input: MarketInput = {}, live: LiveMarket, dates: Dates): MarketFacts {
  const pick = (name: (typeof NEEDED)[number]): Known => {
    const value = input[name];
    return value === undefined ? live[name] : given(value);
  };
  const height = input.block_height === undefined ? heightAt(live.block_height, dates) : given(input.block_height);
  const ownHashrate = input.network_hashrate_ehs !== undefined;
  return {
    btc_price: pick("btc_price"),
    difficulty: pick("difficulty"),
    network_hashrate_ehs: ownHashrate ? given(input.network_hashrate_ehs ?? 0) : live.network_hashrate_ehs,
    fees_sats_per_block: pick("fees_sats_per_block"),
    block_height: height,
    block_subsidy_sats:
      input.block_subsidy_sats === undefined
        ? { ...height, value: subsidySats(height.value) }
        : given(input.block_subsidy_sats),
    block_interval_s:
      input.block_interval_s !== undefined
        ? given(input.block_interval_s)
        : ownHashrate
          ? NOT_GIVEN
          : live.block_interval_s,
  };
}

function heightAt(live: Known, { start, today }: Dates): Known {
  if (start === today) return live;
  const blocks = Math.round((utcDateMs(start) - utcDateMs(today)) / (TARGET_BLOCK_SECONDS * 1000));
  return { ...live, value: Math.max(0, live.value + blocks), state: "estimated" };
}
