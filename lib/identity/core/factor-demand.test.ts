import { describe, expect, it } from "vitest";
import { isFactorDemanded } from "./factor-demand";

describe("isFactorDemanded", () => {
  it.each([
    { who: "an owner of the demo", role: "owner", has_second_factor: false, must_enrol: false, expected: false },
    { who: "an owner without one", role: "owner", has_second_factor: false, must_enrol: true, expected: true },
    { who: "an owner with one", role: "owner", has_second_factor: true, must_enrol: false, expected: true },
    { who: "a guest with one", role: "guest", has_second_factor: true, must_enrol: false, expected: false },
    { who: "somebody in no company", role: null, has_second_factor: false, must_enrol: false, expected: false },
  ])("$who: $expected", ({ who: _, expected, ...reader }) => {
    expect(isFactorDemanded(reader)).toBe(expected);
  });
});
