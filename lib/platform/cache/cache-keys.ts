/** What is cached: its name, how long it is fresh, and how long past that it may stand in when loading fails. */
export type CacheKey = {
  name: string;
  ttlMs: number;
  /** 0: never served past its time, nor from a process's own copy, nor where processes share no store. */
  staleMs: number;
  /** Another number when what is kept looks different: values of an older build are then loaded anew. */
  shape: number;
};

/** Whose value it is; `tenantId` is null for who belongs to no company. */
type Owner = { tenantId: string | null; userId: string };
type Timeframe = string;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Everybody's: kept for a day past its time. */
const shared = (name: string, ttlMs: number, shape = 1): CacheKey => ({ name, ttlMs, staleMs: 24 * HOUR, shape });

/** A company's: its id stands behind an @, so `*@ID` is all of it. */
const owned = (tenantId: string | null, name: string, ttlMs: number, shape = 1): CacheKey => ({
  name: tenantId === null ? name : `${name}@${part(tenantId)}`,
  ttlMs,
  staleMs: ttlMs,
  shape,
});

/** What must be right now (balances, permissions, stock): never served stale. */
const exact = (key: CacheKey): CacheKey => ({ ...key, staleMs: 0 });

/** A part of a name that comes from elsewhere: no sign of it may mean something in a pattern. */
export function part(text: string): string {
  if (!/^[\w.-]{1,200}$/.test(text)) throw new TypeError(`"${text.slice(0, 40)}" can't be part of a key`);
  return text;
}

/** Every cached value of the product. Nobody writes a key by hand. */
export const cacheKeys = {
  btcPrice: () => shared("btc_price", 60 * SECOND),
  networkHashrate: () => shared("network_hashrate", 60 * SECOND),
  networkDifficulty: () => shared("network_difficulty", 60 * SECOND),
  fearGreedIndex: () => shared("fear_greed_index", HOUR),
  /** Further figures of the network, and what its last blocks say. */
  networkState: () => shared("network_state", 60 * SECOND),
  networkChain: () => shared("network_chain", 60 * SECOND),
  networkHistory: () => shared("network_history", 60 * SECOND),

  /** Of the price under the plain name, of another series under its own. */
  technicalIndicators: (series: string) =>
    shared(series === "btc_price" ? "technical_indicators" : `technical_indicators:${part(series)}`, 5 * MINUTE, 2),
  marketAnalytics: () => shared("market_analytics", 5 * MINUTE),
  hashrateAnalysis: () => shared("hashrate_analysis", 5 * MINUTE),
  priceTrend: (timeframe: Timeframe) => shared(`price_trend:${part(timeframe)}`, 5 * MINUTE),
  difficultyTrend: (timeframe: Timeframe) => shared(`difficulty_trend:${part(timeframe)}`, 5 * MINUTE),

  minerSpecs: (tenantId: string | null, modelId: string) => owned(tenantId, `miner_specs:${part(modelId)}`, HOUR),
  /** The shared catalogue, or a company's own rows. */
  minerModels: (tenantId: string | null) =>
    tenantId === null ? shared("miner_models", HOUR) : owned(tenantId, "miner_models", HOUR),
  minerInventory: ({ tenantId, userId }: Owner) => exact(owned(tenantId, `miner_inventory:${part(userId)}`, HOUR)),

  calculation: ({ tenantId, userId }: Owner, paramsHash: string) =>
    owned(tenantId, `calculation:${part(userId)}:${part(paramsHash)}`, 5 * MINUTE),
  batchResult: (tenantId: string | null, jobId: string) => owned(tenantId, `batch_result:${part(jobId)}`, 5 * MINUTE),

  forecast: ({ tenantId, userId }: Owner) => owned(tenantId, `intelligence:forecast:${part(userId)}`, 30 * MINUTE),
  opsSchedule: ({ tenantId, userId }: Owner, date: string) =>
    owned(tenantId, `intelligence:ops_schedule:${part(userId)}:${part(date)}`, 30 * MINUTE),
  roiExplain: ({ tenantId, userId }: Owner) => owned(tenantId, `intelligence:roi_explain:${part(userId)}`, 30 * MINUTE),

  userPlan: ({ tenantId, userId }: Owner) => exact(owned(tenantId, `user_plan:${part(userId)}`, 30 * MINUTE)),
  userStats: ({ tenantId, userId }: Owner) => owned(tenantId, `user_stats:${part(userId)}`, 30 * MINUTE),
  userPortfolio: ({ tenantId, userId }: Owner) => exact(owned(tenantId, `user_portfolio:${part(userId)}`, 30 * MINUTE)),
};
