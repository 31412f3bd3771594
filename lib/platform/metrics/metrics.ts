import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { poolUse } from "../db";
import { cacheCounts } from "./cache-counts";

export type Metrics = ReturnType<typeof open>;

declare global {
  // Pages, actions and REST are bundled apart, each with a copy of this module: what they count is one process'.
  var hashinsightMetrics: Metrics | undefined;
}

/** Every figure that this process counts; docs/operations.md says what each means. */
export function metrics(): Metrics {
  globalThis.hashinsightMetrics ??= open();
  return globalThis.hashinsightMetrics;
}

const REQUEST_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const EVENT_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 0.5, 1, 3, 10, 60];
const JOB_S = [0.01, 0.1, 0.5, 1, 5, 30, 120, 600];
const SIZES = [1, 5, 10, 50, 100, 250, 500];

function open() {
  const registry = new Registry();
  // Memory, processor, garbage collection, and how late the event loop comes round.
  collectDefaultMetrics({ register: registry });
  return { registry, ...ofProcess([registry]), ...ofConsumers([registry]), ...ofEvents([registry]) };
}

const ofProcess = (registers: Registry[]) => ({
  requests: new Histogram({
    name: "hashinsight_request_duration_seconds",
    help: "What the doors answered: REST by its contract's path, actions and pages by their use case",
    labelNames: ["door", "method", "route", "status"],
    buckets: REQUEST_S,
    registers,
  }),
  jobs: new Histogram({
    name: "hashinsight_job_duration_seconds",
    help: "Runs of the worker's jobs",
    labelNames: ["task", "outcome"],
    buckets: JOB_S,
    registers,
  }),
  pool: new Gauge({
    name: "hashinsight_database_pool_connections",
    help: "Connections of this process: busy, idle, and requests that wait for one",
    labelNames: ["state"],
    registers,
    collect() {
      const { busy, idle, waiting } = poolUse();
      this.set({ state: "busy" }, busy);
      this.set({ state: "idle" }, idle);
      this.set({ state: "waiting" }, waiting);
    },
  }),
  poolSize: new Gauge({
    name: "hashinsight_database_pool_size",
    help: "Connections that this process may open",
    registers,
    collect() {
      this.set(poolUse().size);
    },
  }),
  liveStreams: new Gauge({
    name: "hashinsight_live_streams",
    help: "Live streams that are open in this process",
    registers,
  }),
  cache: new Gauge({
    name: "hashinsight_cache_lookups",
    help: "Look-ups in the cache of this process since it started",
    labelNames: ["result"],
    registers,
    collect() {
      const { hits, misses } = cacheCounts();
      this.set({ result: "hit" }, hits);
      this.set({ result: "miss" }, misses);
    },
  }),
});

const ofConsumers = (registers: Registry[]) => ({
  handling: new Histogram({
    name: "hashinsight_consumer_handling_seconds",
    help: "A batch of events in its transaction, from its first statement to its commit",
    labelNames: ["group", "topic"],
    buckets: EVENT_S,
    registers,
  }),
  batches: new Histogram({
    name: "hashinsight_consumer_batch_events",
    help: "Events that were new in a batch",
    labelNames: ["group", "topic"],
    buckets: SIZES,
    registers,
  }),
  taken: new Counter({
    name: "hashinsight_consumer_events_total",
    help: "Events that a group took: with their effect (run), laid behind one that failed (blocked), too early (early)",
    labelNames: ["group", "topic", "outcome"],
    registers,
  }),
  parked: new Counter({
    name: "hashinsight_consumer_parked_total",
    help: "Events that a group could not take, each of which parked its aggregate",
    labelNames: ["group", "topic", "kind"],
    registers,
  }),
  waits: new Counter({
    name: "hashinsight_consumer_waits_total",
    help: "Pauses because something that a consumer needs didn't answer",
    labelNames: ["topic"],
    registers,
  }),
  visible: new Histogram({
    name: "hashinsight_write_to_visible_seconds",
    help: "From what happened to its effect in a group",
    labelNames: ["group", "topic"],
    buckets: EVENT_S,
    registers,
  }),
  published: new Histogram({
    name: "hashinsight_outbox_publish_seconds",
    help: "From what happened to the broker's receipt",
    labelNames: ["topic"],
    buckets: EVENT_S,
    registers,
  }),
});

/** What the database says of all processes together: read when somebody asks for it, by the web server alone. */
const ofEvents = (registers: Registry[]) => {
  const gauge = <T extends string>(name: string, help: string, labelNames: readonly T[] = []) => {
    const made = new Gauge({ name: `hashinsight_${name}`, help, labelNames: [...labelNames], registers });
    // Not 0 before it was read.
    if (labelNames.length === 0) made.remove();
    return made;
  };
  return {
    databaseUp: gauge("database_up", "1 when the database answered this look"),
    brokersUp: gauge("brokers_up", "1 when the brokers told where the consumers are; missing without brokers"),
    backlog: gauge(
      "outbox_backlog_events",
      "Events of the outbox that not every reader has; bounded at 20,000 a reader",
    ),
    oldest: gauge("outbox_oldest_seconds", "Age of the oldest of them; 0 when there is none"),
    lag: gauge("consumer_lag_events", "Events that a group hasn't read; bounded at 20,000", ["group", "topic"]),
    lagAge: gauge("consumer_lag_seconds", "Age of the oldest of them", ["group", "topic"]),
    dead: gauge("dlq_events", "Events in the dead-letter queue", ["group", "topic", "reason"]),
    parkedKeys: gauge("parked_keys", "Aggregates that wait for a replay", ["group", "topic"]),
    early: gauge("early_events", "Events that wait for the one ahead of them", ["group", "topic"]),
  };
};
