import type { Ctx } from "@/lib/kernel/context";
import { NoInput, query } from "@/lib/kernel/use-case";
import { composeMarket } from "../core/compose-market";
import { cachedMarketFacts } from "../data/market-facts";
import { MarketSnapshot } from "../schemas";

/** The market as of now, from what is stored, through the cache. Never calls a source; opens no transaction while fresh. */
export async function currentMarket(ctx: Ctx): Promise<MarketSnapshot> {
  return composeMarket(await cachedMarketFacts(ctx), ctx.now());
}

export const getMarket = query({
  name: "market.current",
  permission: "public",
  input: NoInput,
  output: MarketSnapshot,
  run: (ctx) => currentMarket(ctx),
});
