import { describe, expect, test } from "vitest";
import { type Evidence, judge } from "./judge";
import type { Reading } from "./reading";

const NOW = new Date("2026-01-01T00:00:00Z");
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const nothing: Evidence = { lastGood: null, peers: [] };
const say = (reading: Partial<Reading>, evidence: Evidence = nothing) =>
  judge({ figure: "btc_price", value: 95_000, asOf: null, ...reading }, "okx", NOW, evidence);
const reason = (reading: Partial<Reading>, evidence?: Evidence) => {
  const verdict = say(reading, evidence);
  return verdict.ok ? "believed" : verdict.reason;
};

describe("bounds", () => {
  test.each([0, -1, 99, 1e8 + 1, Number.NaN, Number.POSITIVE_INFINITY])("a price of %s is not believed", (value) => {
    expect(reason({ value })).toMatch(/^btc_price /);
  });
  test("a height is a whole number", () => {
    expect(reason({ figure: "block_height", value: 930_400.5 })).toBe("block_height 930400.5 is not a whole number");
  });
  test("a difficulty in another unit is not believed", () => {
    expect(reason({ figure: "difficulty", value: 148 })).toContain("outside");
  });
});

describe("clocks", () => {
  test("no time of its own: the time of reading", () => {
    expect(say({})).toMatchObject({ ok: true, reading: { asOf: NOW, fetchedAt: NOW } });
  });
  test("a little ahead of ours: as of now; far ahead: refused", () => {
    expect(say({ asOf: ago(-300) })).toMatchObject({ ok: true, reading: { asOf: NOW } });
    expect(reason({ asOf: ago(-301) })).toBe("btc_price is dated 301 s in the future");
  });
  test("no time at all behind a date", () => {
    expect(reason({ asOf: new Date(Number.NaN) })).toBe("btc_price has a time that is none");
  });
  test("an old time is kept as it is", () => {
    expect(say({ asOf: ago(86_400) })).toMatchObject({ ok: true, reading: { asOf: ago(86_400), fetchedAt: NOW } });
  });
});

describe("jumps", () => {
  const lastGood = (value: number, seconds: number): Evidence => ({
    lastGood: { value, asOf: ago(seconds) },
    peers: [],
  });
  test("a fifth at once, and twice that much a day later", () => {
    expect(reason({ value: 95_000 }, lastGood(80_000, 0))).toBe("believed");
    expect(reason({ value: 95_000 }, lastGood(79_000, 0))).toContain("jumped from 79000 to 95000");
    expect(reason({ value: 95_000 }, lastGood(40_000, 86_400))).toBe("believed");
    expect(reason({ value: 95_000 }, lastGood(39_000, 86_400))).toContain("jumped");
    expect(reason({ value: 39_000 }, lastGood(95_000, 86_400))).toContain("jumped");
  });
  test("a crash that another source confirms is a crash", () => {
    const evidence = { ...lastGood(95_000, 0), peers: [{ source: "binance" as const, value: 50_500 }] };
    expect(reason({ value: 50_000 }, evidence)).toBe("believed");
    expect(reason({ value: 45_000 }, evidence)).toContain("jumped");
  });
  test("with nothing known before, two that agree outvote a third", () => {
    const peers = [
      { source: "binance" as const, value: 95_000 },
      { source: "coingecko" as const, value: 95_100 },
    ];
    expect(reason({ value: 9_500 }, { lastGood: null, peers })).toBe("btc_price 9500 contradicts the other sources");
    expect(reason({ value: 94_000 }, { lastGood: null, peers })).toBe("believed");
    expect(reason({ value: 9_500 }, { lastGood: null, peers: peers.slice(0, 1) })).toBe("believed");
  });
  test("a retarget may quarter the difficulty, a typo may not make a tenth of it", () => {
    expect(reason({ figure: "difficulty", value: 4e13 }, lastGood(1.5e14, 600))).toBe("believed");
    expect(reason({ figure: "difficulty", value: 1.4e13 }, lastGood(1.5e14, 600))).toContain("jumped");
  });
});
