import { expect, it } from "vitest";
import { RunThrottle } from "./run-throttle";

it("lets one run a minute through, each job for itself", () => {
  const throttle = new RunThrottle();
  const lets = (job: string, seconds: number) => throttle.lets(job, true, seconds * 1_000);
  expect([lets("mail", 0), lets("mail", 1), lets("seal", 1), lets("mail", 59.9), lets("mail", 60)]).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
});

it("lets the first failure and the first good run through at once", () => {
  const throttle = new RunThrottle();
  const lets = (seconds: number, ok: boolean) => throttle.lets("mail", ok, seconds * 1_000);
  expect([lets(0, true), lets(1, false), lets(2, false), lets(3, true), lets(4, true), lets(61, false)]).toEqual([
    true,
    true,
    false,
    true,
    false,
    true,
  ]);
});
