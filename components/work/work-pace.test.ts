import { describe, expect, it } from "vitest";
import { paceOf, type Sample, withSample } from "./work-pace";

const seen = (...samples: Sample[]) => samples.reduce<Sample[]>(withSample, []);

describe("the pace of a work", () => {
  it("is unknown until it has moved", () => {
    expect(paceOf(seen({ at: 0, done: 0 }), 100)).toEqual({});
    expect(paceOf(seen({ at: 0, done: 10 }, { at: 2_000, done: 10 }), 100)).toEqual({});
  });

  it("is that of the last ten seconds", () => {
    const slow = [0, 5, 10].map((s) => ({ at: s * 1_000, done: s }));
    const fast = [12, 14, 16, 18, 20, 22].map((s) => ({ at: s * 1_000, done: 10 + (s - 10) * 50 }));
    expect(paceOf(seen(...slow, ...fast), 1_010)).toEqual({ rate: 50, secondsLeft: 8 });
  });

  it("begins anew where another try begins", () => {
    expect(paceOf(seen({ at: 0, done: 500 }, { at: 1_000, done: 0 }, { at: 2_000, done: 100 }), 200)).toEqual({
      rate: 100,
      secondsLeft: 1,
    });
  });
});
