import fc from "fast-check";
import { expect, it } from "vitest";
import { heightAt, meanSubsidySats } from "./block-heights";
import { subsidySats } from "./subsidy";

const MINUTES_10 = 600_000;

it("knows no height without a mark", () => expect(heightAt([])).toBeNull());

it("goes in proportion between marks, and at ten minutes a block outside of them", () => {
  const height = heightAt([
    { ms: 100 * MINUTES_10, height: 1_000 },
    { ms: 0, height: 800 },
  ]);
  expect(height?.(50 * MINUTES_10)).toBe(900);
  expect(height?.(0)).toBe(800);
  expect(height?.(-3 * MINUTES_10)).toBe(797);
  expect(height?.(102 * MINUTES_10)).toBe(1_002);
  expect(height?.(-2_000 * MINUTES_10), "there is nothing before the first block").toBe(0);
});

it("pays each side of a halving by its blocks", () => {
  expect(meanSubsidySats(839_998, 840_000)).toBe((625_000_000 + 312_500_000) / 2);
  expect(meanSubsidySats(839_855, 839_999)).toBe(625_000_000);
  expect(meanSubsidySats(839_999, 840_143)).toBe(312_500_000);
  expect(meanSubsidySats(839_999, 839_999), "no block: the next one's").toBe(312_500_000);
});

it("is the mean over the blocks, whatever the stretch", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_100_000 }), fc.integer({ min: 1, max: 400 }), (after, count) => {
      let sum = 0;
      for (let height = after + 1; height <= after + count; height++) sum += subsidySats(height);
      expect(meanSubsidySats(after, after + count)).toBeCloseTo(sum / count, 6);
    }),
  );
});
