import { describe, expect, it } from "vitest";
import { windowOf } from "./window-of";

const of = (scrollTop: number, count = 10_000, height = 720) => windowOf({ scrollTop, height, rowHeight: 36, count });

describe("the rows that are drawn of a long list", () => {
  it("cover what is in sight wherever it is scrolled to, with some to spare, and never many", () => {
    for (let scrollTop = 0; scrollTop <= 10_000 * 36 - 720; scrollTop += 997) {
      const { first, last } = of(scrollTop);
      expect(first).toBeLessThanOrEqual(Math.max(0, scrollTop / 36 - 8));
      expect(last).toBeGreaterThanOrEqual(Math.min(10_000, (scrollTop + 720) / 36 + 8));
      expect(last - first).toBeLessThanOrEqual(45);
    }
  });

  it("stay the same for a small turn of the wheel", () => {
    expect(of(36 * 18)).toEqual(of(36 * 19));
  });

  it("are all of a short list, and the last ones of a list that has become shorter", () => {
    expect(of(0, 5)).toEqual({ first: 0, last: 5 });
    expect(of(300_000, 100)).toEqual({ first: 72, last: 100 });
    expect(of(0, 0)).toEqual({ first: 0, last: 0 });
  });
});
