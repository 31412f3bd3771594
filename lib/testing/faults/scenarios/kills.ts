import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { FaultyTransport } from "../fault-list";
import type { Run } from "../scenarios";
import type { Stage } from "../stage";
import { slotConfirmed } from "./debezium-slot";

const ended = async (child: ChildProcess) => {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
};

/** Two workers break at a failpoint, one after the other, while somebody writes; then one that doesn't takes over. */
const breakingAt =
  (failpoint: string, only?: "relay"): Run =>
  async (stage) => {
    const writing = stage.writer({ keys: stage.keys(10), writes: 120 });
    if (only) await stage.worker({ task: { only: "consumers" } });
    const task = only ? { only } : {};
    const broken = [1, 2].map((at) => stage.worker({ task, failpoint: `${failpoint}:kill@${at}` }));
    await Promise.all(broken.map(async (child) => ended(await child)));
    const whole = stage.worker({ task });
    await writing;
    await whole;
    await stage.over();
  };

/** Kafka Connect is killed under load, at a moment of the caller's choice. */
const killingConnect =
  (moment: (stage: Stage) => Promise<unknown>): Run =>
  async (stage) => {
    const connect = stage.part("connect");
    await stage.worker();
    const load = await stage.load();
    await stage.goesOn();
    await moment(stage);
    await connect.kill();
    await connect.start();
    await stage.over();
    await load.stop();
  };

/** Something has its effect, and so was published, while Debezium has confirmed nothing since. */
async function publishedUnconfirmed(stage: Stage): Promise<void> {
  for (let before = await slotConfirmed(); ; before = await slotConfirmed()) {
    await stage.goesOn();
    if ((await slotConfirmed()) === before) return;
  }
}

const by =
  (runs: Record<FaultyTransport, Run>): Run =>
  (stage) =>
    runs[stage.transport](stage);

export const killFaults: Record<number, Run> = {
  async 1(stage) {
    const keys = stage.keys(5);
    await stage.worker();
    await Promise.all(
      [7, 3].map((at) =>
        stage.writer({ keys, writes: 20, seed: stage.seed + at }, { failpoint: `unit.committed:kill@${at}` }),
      ),
    );
    await stage.writer({ keys, writes: 20 });
    await stage.over();
  },
  2: by({
    postgres: breakingAt("bus.read"),
    kafka: breakingAt("relay.read", "relay"),
    debezium: killingConnect(async () => undefined),
  }),
  3: by({
    postgres: breakingAt("consumer.handled"),
    kafka: breakingAt("relay.published", "relay"),
    debezium: killingConnect(publishedUnconfirmed),
  }),
  4: breakingAt("consumer.taken"),
  5: breakingAt("consumer.committed"),
};
