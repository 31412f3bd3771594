import type { QueryCtx } from "@/lib/kernel/context";
import { currentMarket } from "@/lib/market/index";
import { marketOfInput, mergeMarket } from "../core/market-facts";
import type { CalculateInput, MarketFacts } from "../schemas";

type Asked = Pick<CalculateInput, "market" | "start_date">;

/** The market that an input asks for: given as a whole, or filled up from the live one. `today` as 2026-01-31. */
export async function findMarket(ctx: QueryCtx, { market, start_date }: Asked, today: string): Promise<MarketFacts> {
  const given = marketOfInput(market);
  if (given && market?.network_hashrate_ehs !== undefined) return given;
  return mergeMarket(market, await currentMarket(ctx), { start: start_date ?? today, today });
}
