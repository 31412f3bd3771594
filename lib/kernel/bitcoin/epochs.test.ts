import fc from "fast-check";
import { expect, test } from "vitest";
import { addUtcMonths } from "../calendar";
import { type EpochPlan, epochs, epochsOfMonths } from "./epochs";
import { subsidySats } from "./subsidy";

const DAY = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const plan = (changes: Partial<EpochPlan>): EpochPlan => ({
  difficulty: 1.25e14,
  height: 931_392,
  startMs: start,
  endMs: start + 28 * DAY,
  growthPctEpoch: 0,
  ...changes,
});

test("without growth an epoch lasts a fortnight and 28 days hold two", () => {
  expect(epochs(plan({}))).toEqual([
    {
      fromHeight: 931_392,
      toHeight: 933_408,
      fromMs: start,
      toMs: start + 14 * DAY,
      difficulty: 1.25e14,
      subsidySats: 312_500_000,
    },
    {
      fromHeight: 933_408,
      toHeight: 935_424,
      fromMs: start + 14 * DAY,
      toMs: start + 28 * DAY,
      difficulty: 1.25e14,
      subsidySats: 312_500_000,
    },
  ]);
});

test("growth of 2 % shortens the epoch by 1/1.02 and multiplies the difficulty", () => {
  const [first, second] = epochs(plan({ growthPctEpoch: 2 }));
  expect((first?.toMs ?? 0) - start).toBeCloseTo((14 * DAY) / 1.02, 3);
  expect(second?.difficulty).toBe(1.25e14 * 1.02);
});

test("an epoch is split at a halving, with one difficulty on both sides", () => {
  const around = epochs(plan({ height: 1_048_320, endMs: start + 14 * DAY }));
  expect(around.map((epoch) => [epoch.fromHeight, epoch.toHeight, epoch.subsidySats])).toEqual([
    [1_048_320, 1_050_000, 312_500_000],
    [1_050_000, 1_050_336, 156_250_000],
  ]);
  expect(around[0]?.difficulty).toBe(around[1]?.difficulty);
});

test("the first epoch is what is left of the one under way", () => {
  expect(epochs(plan({ height: 933_407 }))[0]).toMatchObject({ toHeight: 933_408, toMs: start + 600_000 });
});

test("the difficulty never leaves what the protocol can express", () => {
  const falling = epochsOfMonths({ ...plan({ growthPctEpoch: -75 }), months: 120 });
  const rising = epochsOfMonths({ ...plan({ growthPctEpoch: 300 }), months: 120 });
  expect(falling.at(-1)?.difficulty).toBe(1);
  expect(Number.isFinite(rising.at(-1)?.difficulty)).toBe(true);
});

test("epochs join without a gap, change only where the protocol says, and fill the calendar months", () => {
  const input = fc.record({
    difficulty: fc.double({ min: 1, max: 1e18, noNaN: true }),
    height: fc.integer({ min: 0, max: 8_000_000 }),
    startMs: fc.date({ min: new Date("2020-01-01"), max: new Date("2040-12-31"), noInvalidDate: true }).map(Number),
    growthPctEpoch: fc.double({ min: -75, max: 300, noNaN: true }),
    months: fc.integer({ min: 1, max: 24 }),
  });
  fc.assert(
    fc.property(input, (given) => {
      const all = epochsOfMonths(given);
      expect(all[0]?.fromHeight).toBe(given.height);
      expect(all[0]?.fromMs).toBe(given.startMs);
      expect(all.at(-1)?.toMs).toBe(addUtcMonths(given.startMs, given.months));
      all.forEach((epoch, index) => {
        expect(epoch.toHeight).toBeGreaterThan(epoch.fromHeight);
        expect(epoch.toMs).toBeGreaterThan(epoch.fromMs);
        expect(epoch.subsidySats).toBe(subsidySats(epoch.fromHeight));
        expect(subsidySats(epoch.toHeight - 1)).toBe(epoch.subsidySats);
        const next = all[index + 1];
        if (!next) return;
        expect(next.fromHeight).toBe(epoch.toHeight);
        expect(next.fromMs).toBe(epoch.toMs);
        expect(next.fromHeight % 2016 === 0 || next.fromHeight % 210_000 === 0).toBe(true);
        if (next.fromHeight % 2016 !== 0) expect(next.difficulty).toBe(epoch.difficulty);
      });
    }),
  );
});
