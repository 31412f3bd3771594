import { expect, test } from "vitest";
import { cacheKeys } from "./cache-keys";
import { locks } from "./locks";

const owner = { tenantId: "mine", userId: "u1" };
const nobody = { tenantId: null, userId: "u1" };
const ALL = [
  ...[cacheKeys.btcPrice(), cacheKeys.networkHashrate(), cacheKeys.networkDifficulty(), cacheKeys.fearGreedIndex()],
  ...[cacheKeys.networkState(), cacheKeys.networkChain(), cacheKeys.networkHistory()],
  ...[cacheKeys.technicalIndicators("btc_price"), cacheKeys.marketAnalytics(), cacheKeys.hashrateAnalysis()],
  ...[cacheKeys.priceTrend("7d"), cacheKeys.difficultyTrend("1y")],
  ...[cacheKeys.minerSpecs(null, "antminer-s21"), cacheKeys.minerSpecs("mine", "own")],
  ...[cacheKeys.minerModels(null), cacheKeys.minerModels("mine"), cacheKeys.minerInventory(owner)],
  ...[cacheKeys.calculation(nobody, "ab12"), cacheKeys.calculation(owner, "ab12"), cacheKeys.batchResult("mine", "j1")],
  ...[cacheKeys.forecast(owner), cacheKeys.opsSchedule(owner, "2026-01-31"), cacheKeys.roiExplain(owner)],
  ...[cacheKeys.userPlan(owner), cacheKeys.userStats(owner), cacheKeys.userPortfolio(owner)],
];

test("every key, its time to live and how long it may be stale, in seconds", () => {
  const lines = ALL.map(({ name, ttlMs, staleMs }) => `${name} ${ttlMs / 1000} ${staleMs / 1000}`);
  expect(lines).toEqual([
    "btc_price 60 86400",
    "network_hashrate 60 86400",
    "network_difficulty 60 86400",
    "fear_greed_index 3600 86400",
    "network_state 60 86400",
    "network_chain 60 86400",
    "network_history 60 86400",
    "technical_indicators 300 86400",
    "market_analytics 300 86400",
    "hashrate_analysis 300 86400",
    "price_trend:7d 300 86400",
    "difficulty_trend:1y 300 86400",
    "miner_specs:antminer-s21 3600 3600",
    "miner_specs:own@mine 3600 3600",
    "miner_models 3600 86400",
    "miner_models@mine 3600 3600",
    "miner_inventory:u1@mine 3600 0",
    "calculation:u1:ab12 300 300",
    "calculation:u1:ab12@mine 300 300",
    "batch_result:j1@mine 300 300",
    "intelligence:forecast:u1@mine 1800 1800",
    "intelligence:ops_schedule:u1:2026-01-31@mine 1800 1800",
    "intelligence:roi_explain:u1@mine 1800 1800",
    "user_plan:u1@mine 1800 0",
    "user_stats:u1@mine 1800 1800",
    "user_portfolio:u1@mine 1800 0",
  ]);
  expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
});

test("every lock and its time, in seconds", () => {
  const all = [
    ...[locks.blockchainScheduler(), locks.eventScheduler(), locks.dataCollector(), locks.outboxPublish()],
    ...[locks.recalculation(owner), locks.refresh(null, "x"), locks.forecast("mine", "x"), locks.portfolio(owner)],
  ];
  expect(all.map(({ name, ttlMs }) => `${name} ${ttlMs / 1000}`)).toEqual([
    "blockchain_scheduler_leader 60",
    "event_scheduler_lock 60",
    "data_collector_lock 300",
    "lock:outbox:publish 30",
    "lock:recalc:user:u1@mine 300",
    "lock:refresh:x 60",
    "lock:forecast:x@mine 120",
    "lock:user:u1:portfolio@mine 60",
  ]);
});

test.each(["a*", "u1@other", "a:b", "", "a b", "x".repeat(201)])("%j can't be part of a name", (text) => {
  expect(() => cacheKeys.userStats({ tenantId: "mine", userId: text })).toThrow(TypeError);
  expect(() => cacheKeys.userStats({ tenantId: text, userId: "u1" })).toThrow(TypeError);
  expect(() => locks.recalculation({ tenantId: "mine", userId: text })).toThrow(TypeError);
});
