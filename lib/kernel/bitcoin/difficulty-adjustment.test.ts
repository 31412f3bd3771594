import { describe, expect, test } from "vitest";
import { hasRecordedData, recordedJson } from "@/lib/testing/recorded-data";
import { type DifficultyAdjustmentInput, difficultyAdjustment } from "./difficulty-adjustment";

const seconds = (time: string) => Date.parse(time) / 1000;
const early: DifficultyAdjustmentInput = {
  difficultyTime: seconds("2022-08-18T11:07:00Z"),
  quarterEpochTime: seconds("2022-08-16T03:16:54Z"),
  now: seconds("2022-08-19T14:03:53Z"),
  blockHeight: 750_134,
  previousRetargetPct: 0.6280047707459726,
  network: "mainnet",
  latestBlockTime: null,
};

test("early in an epoch the window reaches into the one before", () => {
  expect(difficultyAdjustment(early)).toEqual({
    progressPercent: 9.027777777777777,
    difficultyChange: 1.0420538959004633,
    estimatedRetargetDate: 1_662_009_048_328,
    remainingBlocks: 1834,
    remainingTime: 1_091_215_328,
    previousRetarget: 0.6280047707459726,
    previousTime: 1_660_820_820,
    nextRetargetHeight: 751_968,
    timeAvg: 533_038,
    adjustedTimeAvg: 594_992,
    timeOffset: 0,
    expectedBlocks: 161.68833333333333,
  });
});

test("without a time of the epoch before nothing is filled up", () => {
  expect(difficultyAdjustment({ ...early, quarterEpochTime: null })).toMatchObject({
    difficultyChange: 13.180707740199772,
    estimatedRetargetDate: 1_661_895_424_692,
    remainingTime: 977_591_692,
    adjustedTimeAvg: 533_038,
  });
});

test("where a block at difficulty 1 may come after 20 minutes, the clock is set back", () => {
  const latestBlockTime = seconds("2022-08-19T13:52:46Z");
  for (const network of ["testnet", "testnet4"]) {
    expect(difficultyAdjustment({ ...early, network, latestBlockTime }).timeOffset).toBe(-667_000);
  }
  expect(difficultyAdjustment({ ...early, network: "signet", latestBlockTime }).timeOffset).toBe(0);
  const slow = { ...early, network: "testnet", quarterEpochTime: null, now: early.difficultyTime + 182 * 2000 };
  expect(difficultyAdjustment(slow)).toMatchObject({ timeAvg: 1_200_000, adjustedTimeAvg: 2_000_000 });
});

test("late in an epoch its own blocks are enough", () => {
  const late = difficultyAdjustment({
    ...early,
    difficultyTime: 1_706_888_526,
    quarterEpochTime: 1_706_600_000,
    now: 1_707_691_381,
    blockHeight: 830_027,
    previousRetargetPct: 7.333505241141637,
  });
  expect(late.difficultyChange).toBe(8.512745140778843);
  expect(late.estimatedRetargetDate).toBe(1_708_004_001_715);
});

test("at block 2015 the change is locked by that block's own time", () => {
  const locked = {
    ...early,
    difficultyTime: seconds("2023-04-20T09:57:33Z"),
    now: seconds("2023-05-04T14:54:09Z"),
    blockHeight: 788_255,
    latestBlockTime: seconds("2023-05-04T14:54:26Z"),
  };
  expect(difficultyAdjustment(locked).difficultyChange).toBe(-1.4512637555574193);
  expect(difficultyAdjustment({ ...locked, now: locked.now + 5000 }).difficultyChange).toBe(-1.4512637555574193);
});

test("a change is at most +300 % and at least −75 %, on the first block too", () => {
  const first = { ...early, quarterEpochTime: null, blockHeight: 2016 };
  expect(difficultyAdjustment({ ...first, now: first.difficultyTime }).difficultyChange).toBe(300);
  expect(difficultyAdjustment({ ...first, now: first.difficultyTime + 1e6 }).difficultyChange).toBe(-75);
  expect(difficultyAdjustment({ ...first, now: first.difficultyTime - 50 }).expectedBlocks).toBe(0);
});

type Vector = {
  inputs: Record<"DATime" | "quarterEpochTime" | "now", string> & {
    blockHeight: number;
    previousRetarget: number;
    network: string;
    latestBlockTimestamp: string | number;
  };
  expected: object;
};

describe.skipIf(!hasRecordedData)("mempool.space's own vectors", () => {
  const { vectors } = hasRecordedData
    ? recordedJson<{ vectors: Vector[] }>("groundtruth/mempool_difficulty_adjustment_vectors.json")
    : { vectors: [] };
  test.each(vectors)("$inputs.blockHeight on $inputs.network", ({ inputs, expected }) => {
    const given = {
      difficultyTime: seconds(inputs.DATime),
      quarterEpochTime: seconds(inputs.quarterEpochTime),
      now: seconds(inputs.now),
      blockHeight: inputs.blockHeight,
      previousRetargetPct: inputs.previousRetarget,
      network: inputs.network,
      latestBlockTime: inputs.latestBlockTimestamp === 0 ? null : seconds(String(inputs.latestBlockTimestamp)),
    };
    expect(difficultyAdjustment(given)).toEqual(expected);
  });
});
