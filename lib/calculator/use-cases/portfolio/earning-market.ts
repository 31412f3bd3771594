import { isoDate } from "@/lib/kernel/calendar";
import type { Ctx } from "@/lib/kernel/context";
import { currentMarket, weakest } from "@/lib/market/index";
import { mergeMarket } from "../../core/market-facts";
import type { EarningMarket } from "../../core/portfolio/machine-figures";

/** The market as of now, and how old and sure the figures are that earnings stand on: price, difficulty and reward. */
export async function earningMarket(ctx: Ctx): Promise<EarningMarket> {
  const today = isoDate(ctx.now().getTime());
  const facts = mergeMarket(undefined, await currentMarket(ctx), { start: today, today });
  const { as_of, state } = weakest([
    facts.btc_price,
    facts.difficulty,
    facts.block_subsidy_sats,
    facts.fees_sats_per_block,
  ]);
  return { facts, as_of, state, today };
}
