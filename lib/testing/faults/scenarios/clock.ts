import { setTimeout as wait } from "node:timers/promises";
import type { Run } from "../scenarios";

/** A minute more than an hour: a broker forgives what is less. */
const WRONG_MS = 61 * 60_000;

export const clockFaults: Record<number, Run> = {
  async 18(stage) {
    const job = `test.${stage.prefix.replace(":", "")}`;
    const wrong = [WRONG_MS, -WRONG_MS];
    for (const [at, clockMs] of wrong.entries()) {
      const worker = await stage.worker({ task: { job }, clockMs });
      const loads = await Promise.all(
        wrong.map((writers, writer) => stage.load({ seed: stage.seed + 2 * at + writer }, { clockMs: writers })),
      );
      await stage.goesOn();
      await wait(3_000);
      await Promise.all(loads.map((load) => load.stop()));
      if (at === 0) worker.kill("SIGKILL");
    }
    await stage.over();
  },
};
