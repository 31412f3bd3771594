import { describe, expect, test } from "vitest";
import { dueFeeds } from "./due-feeds";
import { type FeedOutcome, type FeedState, isDue, nextFeedState } from "./feed-state";
import type { FigureName } from "./figures";
import type { StoredReading } from "./reading";

const NOW = new Date("2026-01-01T00:00:00Z");
const PRICE = { id: "okx/ticker", source: "okx", everyS: 60 };
const DAILY = { id: "coingecko/market-chart", source: "coingecko", everyS: 86_400 };
const OK: FeedOutcome = { ok: true, fault: null };
const FAILED: FeedOutcome = { ok: false, fault: { kind: "status", message: "500" } };
const waits = (state: FeedState) => (state.nextTryAt.getTime() - state.lastTriedAt.getTime()) / 1000;
const after = (feed: typeof PRICE, failures: number) => {
  let state: FeedState | undefined;
  for (let count = 0; count < failures; count++) state = nextFeedState(feed, state, FAILED, NOW);
  return waits(state as FeedState);
};

test("in its rhythm after success; longer and longer after failures, an hour at most", () => {
  expect(waits(nextFeedState(PRICE, undefined, OK, NOW))).toBe(60);
  expect([1, 2, 3, 4, 10].map((failures) => after(PRICE, failures))).toEqual([60, 120, 240, 480, 3_600]);
  expect([1, 2, 9].map((failures) => after(DAILY, failures))).toEqual([300, 600, 3_600]);
});

test("success forgets the failures and keeps the time of the last good answer", () => {
  const failed = nextFeedState(
    PRICE,
    nextFeedState(PRICE, undefined, OK, NOW),
    FAILED,
    new Date(NOW.getTime() + 60_000),
  );
  expect(failed).toMatchObject({ failures: 1, lastOkAt: NOW, faultKind: "status" });
  expect(nextFeedState(PRICE, failed, OK, NOW)).toMatchObject({ failures: 0, faultKind: null, fault: null });
});

test("not before the Retry-After, but not for a week either", () => {
  const asked = (retryAfterMs: number): FeedOutcome => ({
    ok: false,
    fault: { kind: "status", message: "429", retryAfterMs },
  });
  expect(waits(nextFeedState(PRICE, undefined, asked(900_000), NOW))).toBe(900);
  expect(waits(nextFeedState(PRICE, undefined, asked(7 * 86_400_000), NOW))).toBe(6 * 3_600);
});

test("a tick that comes a moment early counts", () => {
  const state = nextFeedState(PRICE, undefined, OK, NOW);
  expect(isDue(state, new Date(NOW.getTime() + 59_001))).toBe(true);
  expect(isDue(state, new Date(NOW.getTime() + 58_000))).toBe(false);
});

describe("the last resort", () => {
  const figures: readonly FigureName[] = ["btc_price"];
  const feeds = [
    { id: "coingecko/price", figures },
    { id: "binance/ticker", figures },
    { id: "coinwarz/profitability", figures, lastResort: true },
  ];
  const failed = (id: string) => nextFeedState({ id, source: "x", everyS: 60 }, undefined, FAILED, NOW);
  const due = (states: FeedState[], readings: StoredReading[] = []) =>
    dueFeeds(feeds, states, readings, NOW).map(({ id }) => id);

  test("is not called at the first start, nor while one of the others has not failed", () => {
    expect(due([])).toEqual(["coingecko/price", "binance/ticker"]);
    expect(due([failed("coingecko/price")])).toEqual(["binance/ticker"]);
  });
  test("is called when all others have failed and nothing is live", () => {
    const all = [failed("coingecko/price"), failed("binance/ticker")];
    expect(due(all)).toEqual(["coinwarz/profitability"]);
    const live: StoredReading = { figure: "btc_price", value: 1, source: "coingecko", asOf: NOW, fetchedAt: NOW };
    expect(due(all, [live])).toEqual([]);
  });
});
