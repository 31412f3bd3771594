import { kafkaClient } from "@/lib/platform/events/kafka/client";
import { ensureTopics } from "@/lib/platform/events/kafka/topics";
import { makeEffects } from "../effects";
import { prepareGround } from "../events/ground";
import { quickJava } from "../kafka/quick-java";
import { ownBroker, ownDebezium } from "../kafka/restartable";
import { ownDatabase } from "../own-database";
import { ownPostgres } from "../own-postgres";
import type { FaultyTransport } from "./fault-list";
import type { Ground } from "./stage";

/** Everything that a transport needs, of this test file alone: each part may be killed and started again. */
export async function openGround(transport: FaultyTransport): Promise<Ground & { end(): Promise<void> }> {
  quickJava();
  const ends: (() => Promise<unknown>)[] = [];
  const end = async () => {
    for (const one of ends.splice(0).reverse()) await one();
  };
  try {
    const postgres = await ownPostgres({ logical: transport === "debezium" });
    ends.push(postgres.end);
    process.env.DATABASE_ADMIN_URL = postgres.adminUrl;
    ends.push(await ownDatabase());
    await prepareGround();
    await makeEffects();
    if (transport === "postgres") return { postgres, end };
    const broker = await ownBroker();
    ends.push(broker.end);
    process.env.KAFKA_BROKERS = broker.address;
    await ensureTopics(kafkaClient(broker.address, "test"));
    if (transport === "kafka") return { postgres, broker, end };
    const connect = await ownDebezium(process.env.DATABASE_OWNER_URL ?? "", broker.address);
    ends.push(connect.end);
    return { postgres, broker, connect, end };
  } catch (error) {
    await end();
    throw error;
  }
}
