import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { systemCtx } from "@/lib/transport/ctx";
import { note, noteIn, until } from "../events/ground";
import { query } from "../sql";
import type { Stage } from "./stage";
import { tcpProxy } from "./tcp-proxy";

/** A fault as docs/faults.md numbers it. It leaves everything whole again, and says so to the stage. */
export type Scenario = { number: number; name: string; run(stage: Stage): Promise<void> };

/** CommandComplete of a commit, as Postgres sends it. */
const COMMITTED = Buffer.from("COMMIT\0");
const COMMIT_COMMAND = Buffer.concat([Buffer.from("C"), Buffer.from([0, 0, 0, 11]), COMMITTED]);

const targetOf = (url: string) => ({ host: new URL(url).hostname, port: Number(new URL(url).port || 5432) });
const databaseUrl = () => process.env.DATABASE_URL ?? "";

type Failpoints = { postgres: string; kafka: string };

/** A worker breaks at a failpoint again and again while somebody writes; then one that doesn't takes over. */
const breakingAt = (failpoints: Failpoints) => async (stage: Stage) => {
  const failpoint = failpoints[stage.transport];
  const keys = stage.keys(10);
  const writing = stage.writer({ keys, writes: 120 });
  for (const at of [1, 2]) {
    const broken = await stage.worker({ failpoint: `${failpoint}:kill@${at}` });
    if (broken.exitCode === null && broken.signalCode === null) await once(broken, "exit");
  }
  const whole = stage.worker();
  await writing;
  await whole;
  stage.over();
};

/** The faults of every `npm test`; all of them leave less than ten seconds. */
export const QUICK: readonly Scenario[] = [
  {
    number: 1,
    name: "killed after the commit and before the reply",
    async run(stage) {
      const keys = stage.keys(5);
      await stage.worker();
      await Promise.all(
        [7, 3].map((at) => stage.writer({ keys, writes: 20, seed: at }, { failpoint: `unit.committed:kill@${at}` })),
      );
      await stage.writer({ keys, writes: 20 });
      stage.over();
    },
  },
  {
    number: 2,
    name: "killed between reading and publishing",
    run: breakingAt({ postgres: "bus.read", kafka: "relay.read" }),
  },
  {
    number: 3,
    name: "killed after publishing and before the position",
    run: breakingAt({ postgres: "consumer.handled", kafka: "relay.published" }),
  },
  {
    number: 4,
    name: "killed inside the handler's transaction",
    run: breakingAt({ postgres: "consumer.taken", kafka: "consumer.taken" }),
  },
  {
    number: 5,
    name: "killed after the commit and before the offset",
    run: breakingAt({ postgres: "consumer.committed", kafka: "consumer.committed" }),
  },
  {
    number: 6,
    name: "commits in the opposite order of their ids, beside a transaction that stays open",
    async run(stage) {
      const [open = "", ...keys] = stage.keys(9);
      await stage.worker();
      const held = systemCtx("test").begin("test.note");
      await noteIn(held, open, { amount: 3 });
      const until10s = wait(10_000);
      for (let round = 0; round < 3; round++) {
        const units = keys.map(() => systemCtx("test").begin("test.note"));
        const told: number[] = [];
        for (const [index, unit] of units.entries()) told.push(await noteIn(unit, keys[index] ?? "", { amount: 1 }));
        for (const index of [...keys.keys()].reverse()) {
          await units[index]?.commit();
          stage.acks.push({ key: keys[index] ?? "", version: told[index] ?? 0 });
        }
      }
      const [group = ""] = stage.groups;
      const seen = () => query("select 1 from test_effects where consumer_group = $1 and key <> $2", [group, open]);
      await until(seen, (rows) => rows.length === 24);
      await until10s;
      await held.commit();
      stage.acks.push({ key: open, version: 1 });
      stage.over();
    },
  },
  {
    number: 10,
    name: "the connection is reset in the middle of a commit's answer",
    async run(stage) {
      const keys = stage.keys(5);
      const proxy = await tcpProxy(targetOf(databaseUrl()));
      const through = proxy.through(databaseUrl());
      await stage.worker({ databaseUrl: through });
      const writing = stage.writer({ keys, writes: 60 }, { databaseUrl: through });
      for (let n = 0; n < 6; n++) await proxy.resetWithin(COMMIT_COMMAND);
      await writing;
      stage.over();
      await stage.settle();
      await stage.end();
      await proxy.stop();
    },
  },
  {
    number: 13,
    name: "everything comes three times and in any order",
    async run(stage) {
      const keys = stage.keys(6);
      await Promise.all([stage.writer({ keys, writes: 150 }), stage.worker({ shuffleSeed: stage.seed })]);
      stage.over();
    },
  },
  {
    number: 15,
    name: "poison on one aggregate of a hundred",
    async run(stage) {
      const keys = stage.keys(100);
      await stage.worker();
      for (const [index, key] of keys.entries()) {
        const version = await note(key, { amount: 1, poison: index === 42 });
        stage.acks.push({ key, version });
      }
      await stage.writer({ keys, writes: 100 });
      stage.over();
    },
  },
];
