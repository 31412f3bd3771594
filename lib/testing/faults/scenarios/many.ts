import { setTimeout as wait } from "node:timers/promises";
import { until } from "../../events/ground";
import { query } from "../../sql";
import type { Run } from "../scenarios";
import { terminate } from "../stage";

/** By the first word of somebody's fault: an own job of this scenario. */
const jobOf = (prefix: string): string => `test.${prefix.replace(":", "")}`;

const hasRun = (job: string) =>
  until(
    () => query("select 1 from effects where job = $1", [job]),
    (rows) => rows.length > 0,
    30_000,
  );

/** Faults between several processes that do the same. */
export const manyFaults: Record<number, Run> = {
  /** First while nothing goes on, so that others must take over meanwhile; then in the middle of everything. */
  async 11(stage) {
    const job = jobOf(stage.prefix);
    const leader = await stage.worker({ task: { job } });
    await hasRun(job);
    await stage.writer({ writes: 10 });
    await stage.over();
    const other = await stage.worker({ task: { job } });
    const awake = wait(30_000);
    leader.kill("SIGSTOP");
    const load = await stage.load();
    await stage.goesOn(25_000);
    await awake;
    leader.kill("SIGCONT");
    await stage.goesOn();
    other.kill("SIGSTOP");
    await wait(30_000);
    other.kill("SIGCONT");
    await stage.over();
    await load.stop();
  },

  /** Who stands still keeps what it has read and not published; its lock goes to the other, and then it wakes. */
  async 12(stage) {
    const job = jobOf(stage.prefix);
    const both = await Promise.all([1, 2].map(() => stage.worker({ task: { job } })));
    const load = await stage.load({ everyMs: 10 });
    await hasRun(job);
    for (const one of [...both, ...both]) {
      await stage.goesOn();
      one.kill("SIGSTOP");
      await terminate("locks");
      await stage.goesOn();
      one.kill("SIGCONT");
    }
    await stage.over();
    await load.stop();
  },

  async 14(stage) {
    await stage.worker();
    const load = await stage.load();
    const guest = await stage.worker({ task: { stayMs: 2_000 } });
    await wait(20_000);
    guest.kill("SIGKILL");
    await stage.over();
    await load.stop();
  },
};
