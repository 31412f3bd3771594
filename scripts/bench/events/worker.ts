// The background process of the bench: the product's relay and consumers, told by the argument which, that say over the
// channel to the process that started them what they took and when. Begins and ends when told to, and ends when that process does.
import process from "node:process";
import type { Arrived } from "@/lib/platform/events/event-bus";
import { openBus } from "@/lib/platform/events/open-bus";
import { startConsumers } from "@/lib/transport/consumers";
import { startRelay } from "@/lib/transport/relay";
import { loadConsumers } from "@/workers/load";
import { observed } from "./observed";
import { recorder } from "./recorder";

export type WorkerTask = {
  relay?: boolean;
  /** The product's own groups, or one of this name that records effects. */
  consumers?: "product" | { group: string };
  /** Tells which events came, and not only how many. */
  names?: boolean;
};
/** A batch that a group has committed; times in ms of the machine's clock (`monotonicMs`). */
export type Took = {
  group: string;
  arrivedMs: number;
  doneMs: number;
  events: number;
  names: Named[];
};
export type Named = { key: string; version: number };
export type Said = "ready" | "begun" | Took;

const task = JSON.parse(process.argv[2] ?? "{}") as WorkerTask;
const say = (said: Said) => void process.send?.(said);
const namesOf = (events: readonly Arrived[]) =>
  task.names ? events.map(({ event }) => ({ key: event.aggregate_key, version: event.aggregate_version })) : [];

async function consumers() {
  if (!task.consumers) return [];
  return task.consumers === "product" ? loadConsumers() : [recorder(task.consumers.group)];
}

const taking = await consumers();
const bus = taking.length > 0 ? observed(await openBus(), say, namesOf) : undefined;
const parts: { stop(): Promise<void> }[] = [];
const tasks = {
  async begin() {
    if (task.relay) parts.push(await startRelay());
    if (bus) parts.push(await startConsumers(taking, bus));
    say("begun");
  },
  async end() {
    await Promise.all(parts.map((part) => part.stop()));
    process.exit();
  },
};
process.on("message", (word: keyof typeof tasks) => void tasks[word]());
process.on("disconnect", () => process.exit(1));
say("ready");
