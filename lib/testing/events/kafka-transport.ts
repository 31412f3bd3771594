import type { Admin } from "kafkajs";
import { TOPICS } from "@/lib/kernel/event";
import type { EventBus } from "@/lib/platform/events/event-bus";
import { kafkaClient } from "@/lib/platform/events/kafka/client";
import { kafkaBus } from "@/lib/platform/events/kafka/kafka-bus";
import { ensureTopics } from "@/lib/platform/events/kafka/topics";
import { cutOff } from "../kafka/cut-off";
import { testKafka } from "../kafka/kafka";
import { until } from "./ground";
import { endConnections, type Transport } from "./suite/players";

/** Empty topics on the shared broker: events of another file's database are nobody's business here. */
export const freshTopics = (): Promise<unknown> =>
  withAdmin(async (admin) => {
    const topics = (await admin.listTopics()).filter((topic) => TOPICS.some((ours) => ours === topic));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    // Just deleted, a topic can't be made at once.
    await until(
      () => ensureTopics(testKafka()).catch(() => undefined),
      (cluster) => cluster !== undefined,
    );
  });

/** Kafka as a transport under test, whoever publishes. */
export function kafkaTransport(name: string): Transport {
  const networks = new Map<EventBus, ReturnType<typeof cutOff>>();
  return {
    name,
    sessionMs: 6_000,
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
      await endConnections();
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
