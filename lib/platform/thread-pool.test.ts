import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { threadPool } from "./thread-pool";

/** Doubles a number; `bad` is an error, at `die` the thread ends, `hang` never does. */
const CODE = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", (input) => {
    if (input === "die") process.exit(1);
    while (input === "hang");
    parentPort.postMessage(input === "bad" ? { error: new Error("no number") } : { output: input * 2 });
  });`;

type Options = { threads?: number; idleMs?: number; deadline?: { ms: number; error: () => Error } };
function pool(options: Options = {}) {
  const opened: Worker[] = [];
  const open = () => {
    const thread = new Worker(CODE, { eval: true });
    opened.push(thread);
    return thread;
  };
  const ask = threadPool<unknown, number>({ open, threads: 2, mostWaiting: 3, busy: "Too much.", ...options });
  return { ask, opened };
}

it("answers each what it asked, with no more threads than allowed", async () => {
  const { ask, opened } = pool();
  expect(await Promise.all([1, 2, 3, 4, 5].map(ask))).toEqual([2, 4, 6, 8, 10]);
  expect(opened).toHaveLength(2);
});

it("refuses whoever comes when too many wait", async () => {
  const { ask } = pool({ threads: 1 });
  const asked = [1, 2, 3, 4].map(ask);
  expect(() => ask(5)).toThrow("Too much.");
  expect(await Promise.all(asked)).toEqual([2, 4, 6, 8]);
});

it("gives a failure to its caller alone, also that of a thread that dies", async () => {
  const { ask, opened } = pool({ threads: 1 });
  const asked = [ask("bad"), ask("die"), ask(7)];
  await expect(asked[0]).rejects.toThrow("no number");
  await expect(asked[1]).rejects.toThrow("ended before it had an answer");
  await expect(asked[2]).resolves.toBe(14);
  expect(opened).toHaveLength(2);
});

it("closes a thread that has nothing to do, and opens a new one when it is needed again", async () => {
  const { ask, opened } = pool({ idleMs: 1 });
  expect(await ask(1)).toBe(2);
  await once(opened[0] ?? expect.fail(), "exit");
  expect(await ask(2)).toBe(4);
  expect(opened).toHaveLength(2);
});

it("ends a thread whose job takes too long, and answers the others in a new one", async () => {
  const { ask, opened } = pool({ threads: 1, deadline: { ms: 500, error: () => new Error("too slow") } });
  const asked = [ask("hang"), ask(7)];
  await expect(asked[0]).rejects.toThrow("too slow");
  await expect(asked[1]).resolves.toBe(14);
  expect(opened).toHaveLength(2);
});

it("takes what Node tells its watcher for no answer", async () => {
  const told = `require("node:worker_threads").parentPort.postMessage({ "watch:import": ["file:///x.ts"] });`;
  const open = () => new Worker(told + CODE, { eval: true });
  const ask = threadPool<unknown, number>({ open, threads: 1, mostWaiting: 3, busy: "Too much." });
  expect(await ask(4)).toBe(8);
});
