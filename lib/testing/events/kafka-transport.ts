import type { Admin } from "kafkajs";
import type { EventBus } from "@/lib/platform/events/event-bus";
import { kafkaClient } from "@/lib/platform/events/kafka/client";
import { kafkaBus } from "@/lib/platform/events/kafka/kafka-bus";
import { cutOff } from "../kafka/cut-off";
import { testKafka } from "../kafka/kafka";
import { query } from "../sql";
import type { Transport } from "./bus-suite";
import { until } from "./ground";

/** Kafka as a transport under test, whoever publishes. */
export function kafkaTransport(name: string): Transport {
  const networks = new Map<EventBus, ReturnType<typeof cutOff>>();
  return {
    name,
    open() {
      const network = cutOff();
      const kafka = kafkaClient(process.env.KAFKA_BROKERS ?? "", "test", network.settings);
      const bus = kafkaBus({ kafka, batch: 40, retryMs: 50 });
      networks.set(bus, network);
      return bus;
    },
    async kill(bus, group) {
      networks.get(bus)?.cut();
      // Until the brokers take it for dead: only then it is what a kill leaves.
      await withAdmin((admin) =>
        until(
          async () => (await admin.describeGroups([group])).groups[0]?.members.length,
          (members) => members === 0,
        ),
      );
      await query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
    },
    async wake(bus) {
      networks.get(bus)?.mend();
    },
    bringAgain: (group) => withAdmin((admin) => admin.deleteGroups([group])),
  };
}

async function withAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = testKafka().admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
