import { expect, test } from "vitest";
import { chance, dueAt, jittered } from "./due";

const entry = {
  ...{ id: "1", shape: 1, value: 1, ttlMs: 60_000, keptUntil: 0 },
  loadMs: 100,
  freshUntil: 60_000,
};

test("due at half of its time, by chance somewhat earlier: the example", () => {
  expect(dueAt(entry, false, 1)).toBe(30_000);
  expect(dueAt(entry, false, 0.5)).toBeCloseTo(29_930.7, 1);
});

test("what is never stale is due at the end of its time", () => {
  expect(dueAt(entry, true, 1)).toBe(60_000);
  expect(dueAt(entry, true, 0.5)).toBeCloseTo(59_930.7, 1);
});

test("what takes long to load is never due before a quarter of its time", () => {
  expect(dueAt({ ...entry, loadMs: 1e9 }, false, 0.001)).toBe(15_000);
});

test("a time to live is within 10 % of what was asked for", () => {
  expect([0, 0.5, 1].map((luck) => jittered(60_000, luck))).toEqual([54_000, 60_000, 66_000]);
});

test("chance is above 0, whose logarithm isn't a number to count with", () => {
  for (let draw = 0; draw < 1_000; draw++) {
    const luck = chance();
    expect(luck > 0 && luck <= 1).toBe(true);
  }
});
