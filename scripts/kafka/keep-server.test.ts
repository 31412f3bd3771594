import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { Refusal } from "../process/refusal";
import { keepServer } from "./keep-server";

/** A process in the place of a Java server, which takes longer to start. */
function startProcess() {
  const child = spawn(process.execPath, ["--eval", "setInterval(() => undefined, 1000)"]);
  const exited = once(child, "exit").then(() => undefined);
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    await exited;
  };
  return { pid: child.pid ?? 0, exited, stop };
}

/** Keeps such processes, and the lines that were said; the starts named by `failing` don't succeed. */
function keeping(failing: number[] = []) {
  const lines: string[] = [];
  const started: ReturnType<typeof startProcess>[] = [];
  let starts = 0;
  const kept = keepServer({
    name: "the broker",
    pauseMs: 10,
    say: (line) => lines.push(line),
    async start() {
      starts += 1;
      if (failing.includes(starts)) throw new Refusal("It did not start: it ended.", "Its log: x.log");
      const server = startProcess();
      started.push(server);
      return server;
    },
  });
  return { kept, lines, started };
}

it("starts again what was killed, and says so each time", async () => {
  const { kept, lines, started } = keeping();
  await expect.poll(() => started).toHaveLength(1);
  await started[0]?.stop("SIGKILL");
  await expect.poll(() => started).toHaveLength(2);
  await started[1]?.stop("SIGKILL");
  await expect.poll(() => started).toHaveLength(3);
  expect(lines).toEqual(Array(2).fill("Starting the broker again in 0.01 s: it ended."));
  await kept.stop();
  expect(lines).toHaveLength(2);
});

it("says once in a line why it doesn't start, and goes on trying", async () => {
  const { kept, lines, started } = keeping([1, 2, 3]);
  await expect.poll(() => started).toHaveLength(1);
  expect(lines).toEqual(["Starting the broker again in 0.01 s: It did not start: it ended. Its log: x.log"]);
  await kept.stop();
});

it("starts nothing more once it is stopped, and ends what runs", async () => {
  const { kept, started } = keeping();
  await expect.poll(() => started).toHaveLength(1);
  await kept.stop();
  expect(await started[0]?.exited).toBeUndefined();
  expect(started).toHaveLength(1);
});
