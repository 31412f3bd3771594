import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { cache } from "@/lib/platform/cache";
import { type CacheKey, cacheKeys } from "@/lib/platform/cache/cache-keys";
import type { MarketFacts } from "../core/compose-market";
import { FIGURE_NAMES, type FigureName } from "../core/figures";
import { lastEpochs } from "./epochs";
import { listReadings } from "./readings";
import { lastSnapshot } from "./snapshots";

type Group = { key: CacheKey; figures: readonly FigureName[] };

const NAMED: readonly Group[] = [
  { key: cacheKeys.btcPrice(), figures: ["btc_price", "change_24h_pct"] },
  { key: cacheKeys.networkDifficulty(), figures: ["difficulty"] },
  { key: cacheKeys.networkHashrate(), figures: ["network_hashrate_ehs", "block_interval_s"] },
  { key: cacheKeys.fearGreedIndex(), figures: ["fear_greed_index"] },
];
const named = new Set(NAMED.flatMap((group) => group.figures));
const GROUPS: readonly Group[] = [
  ...NAMED,
  { key: cacheKeys.networkState(), figures: FIGURE_NAMES.filter((name) => !named.has(name)) },
];

/** What is stored about the market, through the cache: no transaction is opened while its values are fresh. */
export async function cachedMarketFacts(ctx: Ctx): Promise<MarketFacts> {
  const groups = GROUPS.map(({ key, figures }) =>
    cache().through(key, () => inOwnUnit(ctx, `market.cache.${key.name}`, (own) => listReadings(own, figures))),
  );
  const chain = cache().through(cacheKeys.networkChain(), () =>
    inOwnUnit(ctx, "market.cache.network_chain", readChain),
  );
  const [{ lastSnapshot: last, epochs }, ...readings] = await Promise.all([chain, ...groups]);
  return { readings: readings.flat(), lastSnapshot: last, epochs };
}

/** The same, as the database has it now. */
export async function readMarketFacts(ctx: Parameters<typeof readChain>[0]): Promise<MarketFacts> {
  return { readings: await listReadings(ctx), ...(await readChain(ctx)) };
}

async function readChain(ctx: Parameters<typeof lastEpochs>[0]) {
  return { lastSnapshot: await lastSnapshot(ctx), epochs: await lastEpochs(ctx, 2) };
}
