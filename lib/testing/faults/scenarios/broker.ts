import { setTimeout as wait } from "node:timers/promises";
import type { Run } from "../scenarios";
import type { Ground } from "../stage";

const DOWN_MS = 5_000;

/** A part of the ground is killed twice under load, and away for a while. */
const killing =
  (which: keyof Ground): Run =>
  async (stage) => {
    const part = stage.part(which);
    await stage.worker();
    const load = await stage.load();
    for (let round = 0; round < 2; round++) {
      await stage.goesOn();
      await part.kill();
      await wait(DOWN_MS);
      await part.start();
    }
    await stage.over();
    await load.stop();
  };

export const brokerFaults: Record<number, Run> = { 20: killing("broker"), 21: killing("connect") };
