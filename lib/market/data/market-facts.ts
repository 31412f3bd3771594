import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { cache } from "@/lib/platform/cache";
import type { MarketFacts } from "../core/compose-market";
import { FIGURE_NAMES, type FigureName } from "../core/figures";
import type { StoredReading } from "../core/reading";
import { lastEpochs } from "./epochs";
import { listReadings } from "./readings";
import { lastSnapshot } from "./snapshots";

type Group = { key: string; ttlS: number; figures: readonly FigureName[] };

const NAMED: readonly Group[] = [
  { key: "btc_price", ttlS: 60, figures: ["btc_price", "change_24h_pct"] },
  { key: "network_difficulty", ttlS: 60, figures: ["difficulty"] },
  { key: "network_hashrate", ttlS: 60, figures: ["network_hashrate_ehs", "block_interval_s"] },
  { key: "fear_greed_index", ttlS: 3_600, figures: ["fear_greed_index"] },
];
const named = new Set(NAMED.flatMap((group) => group.figures));
const GROUPS: readonly Group[] = [
  ...NAMED,
  { key: "network_state", ttlS: 60, figures: FIGURE_NAMES.filter((name) => !named.has(name)) },
];

/** What is stored about the market, through the cache: no transaction is opened while its values are fresh. */
export async function cachedMarketFacts(ctx: Ctx): Promise<MarketFacts> {
  const nowMs = ctx.now().getTime();
  const groups = GROUPS.map(({ key, ttlS, figures }) =>
    cache().through<StoredReading[]>(key, {
      ttlS,
      nowMs,
      load: () => inOwnUnit(ctx, `market.cache.${key}`, (own) => listReadings(own, figures)),
    }),
  );
  const chain = cache().through("network_chain", {
    ttlS: 60,
    nowMs,
    load: () => inOwnUnit(ctx, "market.cache.network_chain", readChain),
  });
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
