import type { Ctx } from "@/lib/kernel/context";
import { composeMarket } from "../core/compose-market";
import { cachedMarketFacts } from "../data/market-facts";
import type { MarketSnapshot } from "../schemas";

/** The market as of now, from what is stored, through the cache. Never calls a source; opens no transaction while fresh. */
export async function currentMarket(ctx: Ctx): Promise<MarketSnapshot> {
  return composeMarket(await cachedMarketFacts(ctx), ctx.now());
}
