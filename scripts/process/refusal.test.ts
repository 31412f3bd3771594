import { describe, expect, it } from "vitest";
import { explain, isDiskFull, Refusal } from "./refusal";

describe("explain", () => {
  it("says what is wrong and what to do, without a stack", () => {
    expect(explain(new Refusal("The port is taken.", "Take another."))).toBe("The port is taken.\nTake another.");
  });

  it.each([
    Object.assign(new Error("write failed"), { code: "ENOSPC" }),
    Object.assign(new Error("could not extend file"), { code: "53100" }),
    new Error('FATAL: could not write lock file "postmaster.pid": No space left on device'),
  ])("knows a full disk: %s", (error) => {
    expect(isDiskFull(error)).toBe(true);
    expect(explain(error)).toMatch(/^The disk is full: .*\nFree some space/);
  });

  it("shows where it came from what nobody expected", () => {
    expect(explain(new TypeError("oops"))).toMatch(/TypeError: oops\n\s+at /);
  });
});
