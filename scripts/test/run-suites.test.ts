import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { runSuites } from "./run-suites";
import type { Suite } from "./suites";

beforeEach(() => void vi.spyOn(console, "log").mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

/** Suites that end when they are told to, and what happened in which order. */
function stage() {
  const events: string[] = [];
  const gates = new Map<string, () => void>();
  const suite = (name: string, after: string[], failed: string[] = []): Suite => ({
    name,
    after,
    run: () =>
      new Promise((resolve) => {
        events.push(`${name} begins`);
        gates.set(name, () => {
          events.push(`${name} ends`);
          resolve({ passed: 1, failed, skipped: [] });
        });
      }),
  });
  const end = async (name: string) => {
    await vi.waitFor(() => expect(gates.has(name)).toBe(true));
    gates.get(name)?.();
  };
  return { events, suite, end };
}

it("begins each suite when those before it have ended, whoever is slower, and adds all up", async () => {
  const { events, suite, end } = stage();
  const all = runSuites({
    shown: [suite("code", []), suite("build", ["code"]), suite("journeys", ["build", "kafka"], ["a journey"])],
    aside: [suite("kafka", []), suite("process", ["build"])],
  });
  await end("code");
  await end("build");
  await end("process");
  expect(events).toEqual([
    ...["kafka begins", "code begins", "code ends", "build begins", "build ends", "process begins", "process ends"],
  ]);
  await end("kafka");
  await end("journeys");
  expect(events.slice(-3)).toEqual(["kafka ends", "journeys begins", "journeys ends"]);
  expect((await all).tally).toEqual({ passed: 5, failed: ["a journey"], skipped: [] });
});

it("takes a suite that can't run as failed, and goes on", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const broken: Suite = { name: "broken", after: [], run: () => Promise.reject(new Error("no disk\nmore")) };
  const { suite, end } = stage();
  const all = runSuites({ shown: [broken, suite("next", ["broken"])], aside: [] });
  await end("next");
  expect((await all).tally).toEqual({ passed: 1, failed: ["broken: no disk"], skipped: [] });
});
