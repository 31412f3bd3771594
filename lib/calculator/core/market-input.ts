import { z } from "zod";
import { aboveField, numberField, wholeField } from "@/lib/kernel/number-field";
import { LIMITS } from "./limits";

const NO_OBJECT = 'The market must be an object such as {"btc_price": 95000}.';

/** What the caller knows of the market; what is left out comes from the live snapshot. */
export const MarketInput = z
  .strictObject(
    {
      btc_price: aboveField("The Bitcoin price", LIMITS.btc_price, "US dollars"),
      difficulty: numberField("The difficulty", LIMITS.difficulty),
      network_hashrate_ehs: aboveField("The network hashrate", LIMITS.network_hashrate_ehs, "EH/s"),
      block_height: wholeField("The block height", LIMITS.block_height).meta({ description: "At start_date" }),
      block_subsidy_sats: wholeField("The block subsidy", LIMITS.block_subsidy_sats, "satoshi").meta({
        description: "Holds for today's figures; the projection follows the heights",
      }),
      fees_sats_per_block: numberField("The fees of a block", LIMITS.fees_sats_per_block, "satoshi").meta({
        description: "Mean over the last 144 blocks",
      }),
      block_interval_s: aboveField("The block interval", LIMITS.block_interval_s, "seconds").meta({
        description: "Mean over the window of network_hashrate_ehs: tells the luck in the two algorithms' gap",
      }),
    },
    { error: (issue) => (issue.code === "invalid_type" ? NO_OBJECT : undefined) },
  )
  .partial()
  .meta({ id: "CalculateMarketInput" });
export type MarketInput = z.output<typeof MarketInput>;
