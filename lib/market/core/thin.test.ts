import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { POINTS_A_DAY, type Point, pointsToDrop } from "./thin";

const DAY = Date.parse("2026-01-01T00:00:00Z");
const point = (id: number, minute: number): Point => ({ id: BigInt(id), recordedAt: new Date(DAY + minute * 60_000) });
const dayOf = (one: Point) => one.recordedAt.toISOString().slice(0, 10);

test("ten points or fewer stay; the eleventh costs the one in the thickest crowd", () => {
  const hourly = Array.from({ length: 10 }, (_, index) => point(index, (index + 1) * 60));
  expect(pointsToDrop(hourly)).toEqual([]);
  expect(pointsToDrop([...hourly, point(99, 61)])).toEqual([99n]);
});

test("the last of a day stays, even as the newest of a crowd", () => {
  const crowd = Array.from({ length: 30 }, (_, index) => point(index, 1_410 + index));
  expect(pointsToDrop(crowd, 1)).not.toContain(29n);
  expect(pointsToDrop(crowd, 1)).toHaveLength(29);
});

const points = fc
  .uniqueArray(fc.integer({ min: 0, max: 3 * 1_440 - 1 }), { maxLength: 200 })
  .map((minutes) => minutes.map((minute, index) => point(index, minute)));

describe("whatever the points", () => {
  const kept = (all: readonly Point[], dropped: readonly bigint[]) => all.filter(({ id }) => !dropped.includes(id));

  test("no day keeps more than ten, none loses more than it must, and each keeps its last", () => {
    fc.assert(
      fc.property(points, (all) => {
        const rest = kept(all, pointsToDrop(all));
        for (const day of new Set(all.map(dayOf))) {
          const before = all.filter((one) => dayOf(one) === day);
          const after = rest.filter((one) => dayOf(one) === day);
          const last = Math.max(...before.map((one) => one.recordedAt.getTime()));
          expect(after).toHaveLength(Math.min(POINTS_A_DAY, before.length));
          expect(after.some((one) => one.recordedAt.getTime() === last)).toBe(true);
        }
      }),
    );
  });

  test("thinning again changes nothing, and the order of the points doesn't matter", () => {
    fc.assert(
      fc.property(points, (all) => {
        const dropped = pointsToDrop(all);
        expect(pointsToDrop(kept(all, dropped))).toEqual([]);
        expect(new Set(pointsToDrop([...all].reverse()))).toEqual(new Set(dropped));
      }),
    );
  });

  test("points that come one by one and are thinned at once stay spread over the day", () => {
    let rest: Point[] = [];
    for (let minute = 0; minute < 1_440; minute += 10) {
      rest.push(point(minute, minute));
      rest = kept(rest, pointsToDrop(rest));
    }
    const times = [DAY, ...rest.map((one) => one.recordedAt.getTime())];
    const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? 0)) / 60_000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(360);
  });
});
