import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jars } from "@/scripts/kafka/jars";
import { missing } from "@/scripts/kafka/missing";
import { startKafka } from "@/scripts/kafka/start-kafka";
import { serve } from "../postgres-setup";
import { throwawayPostgres } from "../throwaway-postgres";
import { quickJava } from "./quick-java";

/**
 * What the tests with Kafka share, as a vitest global set-up: one broker (KAFKA_BROKERS) and a throw-away Postgres that
 * Debezium may read, with the variables of postgres-setup.ts. Where Java is missing nothing is started and the tests
 * are skipped; CI must have it.
 */
export default async function setup(): Promise<() => Promise<void>> {
  delete process.env.KAFKA_BROKERS;
  const profiles = ["broker", "connect", "debezium"] as const;
  const lack = missing(...profiles);
  if (lack !== undefined) {
    if (process.env.CI === "true") throw new Error(`CI=true, but ${lack}`);
    console.warn(`The tests with Kafka are skipped: ${lack}.`);
    return async () => undefined;
  }
  // Here and not in a test: the first fetch takes as long as the network takes.
  for (const profile of profiles) await jars(profile);
  quickJava();
  const dir = mkdtempSync(join(tmpdir(), "hashinsight-kafka-"));
  const [postgres, broker] = await Promise.all([throwawayPostgres({ logical: true }), startKafka({ dir })]);
  process.env.KAFKA_BROKERS = broker.address;
  const stopPostgres = await serve(postgres);
  return async () => {
    await Promise.all([stopPostgres(), broker.stop("SIGKILL")]);
    rmSync(dir, { recursive: true, force: true });
  };
}
