import { expect, it } from "vitest";
import { RunThrottle } from "./run-throttle";

const at = (seconds: number, ok = true) => ({ ok, finishedAt: new Date(Date.UTC(2026, 10, 25) + seconds * 1000) });

it("lets every run of a job through that isn't quiet", () => {
  const throttle = new RunThrottle();
  expect([0, 1, 2].map((s) => throttle.lets({ name: "hourly", quiet: false }, at(s)))).toEqual([true, true, true]);
});

it("lets one run a minute of a quiet job through, each job for itself", () => {
  const throttle = new RunThrottle();
  const lets = (name: string, seconds: number) => throttle.lets({ name, quiet: true }, at(seconds));
  expect([lets("mail", 0), lets("mail", 1), lets("seal", 1), lets("mail", 59.9), lets("mail", 60)]).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
});

it("lets a quiet job's first failure and its first good run through at once", () => {
  const throttle = new RunThrottle();
  const lets = (seconds: number, ok: boolean) => throttle.lets({ name: "mail", quiet: true }, at(seconds, ok));
  expect([lets(0, true), lets(1, false), lets(2, false), lets(3, true), lets(4, true), lets(61, false)]).toEqual([
    true,
    true,
    false,
    true,
    false,
    true,
  ]);
});
