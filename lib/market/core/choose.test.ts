import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SOURCES } from "../schemas";
import { choose, isLive } from "./choose";
import { FIGURE_NAMES, FIGURES } from "./figures";
import type { StoredReading } from "./reading";

const NOW = new Date("2026-01-01T00:00:00Z");
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const price = (source: StoredReading["source"], fetchedAgo: number, asOfAgo = fetchedAgo): StoredReading => ({
  figure: "btc_price",
  value: 1,
  source,
  asOf: ago(asOfAgo),
  fetchedAt: ago(fetchedAgo),
});
const chosen = (...readings: StoredReading[]) => {
  const choice = choose("btc_price", readings, NOW);
  return choice && `${choice.reading.source} ${choice.state}`;
};

test("the first live source of the order", () => {
  expect(chosen(price("okx", 1), price("binance", 100), price("coingecko", 119))).toBe("coingecko live");
  expect(chosen(price("okx", 1), price("binance", 100), price("coingecko", 121))).toBe("binance live");
});

test("a source whose own time is old is not live, however lately it was asked", () => {
  expect(chosen(price("coingecko", 5, 421), price("okx", 5))).toBe("okx live");
});

test("with none live the latest word, marked stale", () => {
  expect(chosen(price("coingecko", 5_000), price("blockchain.info", 4_000))).toBe("blockchain.info stale");
  expect(chosen()).toBeNull();
});

test("a source that is not in the figure's order is no source of it", () => {
  expect(chosen(price("alternative.me", 1))).toBeNull();
});

test("figures that belong together come from one source while it is live", () => {
  const change = (source: StoredReading["source"], seconds: number) => ({
    ...price(source, seconds),
    figure: "change_24h_pct" as const,
  });
  const from = (...readings: StoredReading[]) => choose("change_24h_pct", readings, NOW, "okx")?.reading.source;
  expect(from(change("coingecko", 1), change("okx", 1))).toBe("okx");
  expect(from(change("coingecko", 1), change("okx", 500))).toBe("coingecko");
});

describe("whatever was read", () => {
  const reading = fc
    .record({
      figure: fc.constantFrom(...FIGURE_NAMES),
      source: fc.constantFrom(...SOURCES),
      fetched: fc.integer({ min: 0, max: 20_000 }),
      lag: fc.integer({ min: 0, max: 20_000 }),
    })
    .map(
      ({ figure, source, fetched, lag }): StoredReading => ({
        figure,
        value: 1,
        source,
        fetchedAt: ago(fetched),
        asOf: ago(fetched + lag),
      }),
    );

  test("live means live, no better source was passed over, and a value once known is never lost", () => {
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 20 }), fc.constantFrom(...FIGURE_NAMES), (readings, name) => {
        const own = readings.filter((one) => one.figure === name && FIGURES[name].sources.includes(one.source));
        const choice = choose(name, readings, NOW);
        expect(choice === null).toBe(own.length === 0);
        if (!choice) return;
        const live = own.filter((one) => isLive(one, NOW));
        expect(choice.state).toBe(live.length > 0 ? "live" : "stale");
        const rank = (one: StoredReading) => FIGURES[name].sources.indexOf(one.source);
        if (choice.state === "live") expect(Math.min(...live.map(rank))).toBe(rank(choice.reading));
        else expect(Math.max(...own.map((one) => one.asOf.getTime()))).toBe(choice.reading.asOf.getTime());
      }),
    );
  });
});
