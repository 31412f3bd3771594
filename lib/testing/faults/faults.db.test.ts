import { afterAll, describe, expect, it } from "vitest";
import { prepareGround } from "../events/ground";
import { ownDatabase } from "../own-database";
import { checkHistory } from "./check-history";
import { QUICK } from "./scenarios";
import { seedOfRun } from "./seeded";
import { openStage } from "./stage";

const drop = await ownDatabase();
afterAll(drop);
await prepareGround();
const seed = seedOfRun();

describe(`faults on postgres (FAULT_SEED=${seed})`, () => {
  it.concurrent.each(QUICK)("$number: $name", { timeout: 90_000 }, async ({ number, run }) => {
    const stage = openStage({ transport: "postgres", name: `fault${number}`, seed });
    try {
      await run(stage);
      const history = await stage.settle();
      expect(checkHistory(history)).toEqual([]);
      expect(history.acks.length).toBeGreaterThan(0);
    } finally {
      await stage.end();
    }
  });
});
