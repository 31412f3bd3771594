// A process that publishes (where there are brokers) and takes events for groups of the fault tests: told what by its one argument, broken by FAILPOINT.
import { openBus } from "@/lib/platform/events/open-bus";
import { startConsumers } from "@/lib/transport/consumers";
import { startRelay } from "@/lib/transport/relay";
import { recorder } from "../events/ground";
import { shufflingBus } from "./shuffling-bus";

export type WorkerTask = {
  groups: readonly string[];
  /** Only aggregates of this scenario have effects. */
  prefix: string;
  /** Bring everything three times and in any order. */
  shuffleSeed?: number;
};

const { groups, prefix, shuffleSeed } = JSON.parse(process.argv[2] ?? "{}") as WorkerTask;
const consumers = groups.map((group) => {
  const consumer = recorder(group, (events) => {
    if (events.some(({ payload }) => (payload as { poison: boolean }).poison)) throw new Error("Poison");
  });
  const { take } = consumer;
  consumer.take = async (unit, events) => {
    const own = events.filter(({ aggregate_key }) => aggregate_key.startsWith(prefix));
    if (own.length > 0) await take(unit, own);
  };
  return consumer;
});
const open = await openBus();
const bus = shuffleSeed === undefined ? open : shufflingBus(open, shuffleSeed);
const parts = await Promise.all([startConsumers(consumers, bus), startRelay()]);
process.send?.("ready");
process.on("SIGTERM", () => void Promise.all(parts.map((part) => part.stop())).finally(() => process.exit(0)));
process.on("disconnect", () => process.exit(1));
