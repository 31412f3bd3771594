import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EventTransport } from "@/lib/platform/events/open-bus";
import { prepareReplication } from "../../kafka/prepare-replication";
import { startDebezium } from "../../kafka/start-debezium";
import { startKafka } from "../../kafka/start-kafka";
import { runningDatabase } from "../../postgres/running";
import { withServer } from "../server";

type Work<T> = (url: string, dataDir: string) => Promise<T>;

/** Runs `work` against the whole product on a transport, with a real Kafka and Debezium where it needs them. */
export async function onTransport<T>(transport: EventTransport, work: Work<T>): Promise<T> {
  if (transport === "postgres") return withServer(work, { EVENT_TRANSPORT: transport });
  const dir = mkdtempSync(join(tmpdir(), "hashinsight-bench-kafka-"));
  const broker = await startKafka({ dir });
  const brokers = broker.address;
  const beside: Work<T> = (url, dataDir) =>
    besideDebezium({ dir: join(dir, "debezium"), brokers, dataDir }, () => work(url, dataDir));
  try {
    const env = { EVENT_TRANSPORT: transport, KAFKA_BROKERS: brokers };
    return await withServer(transport === "debezium" ? beside : work, env);
  } finally {
    await broker.stop("SIGKILL");
    rmSync(dir, { recursive: true, force: true });
  }
}

type Place = { dir: string; brokers: string; dataDir: string };

async function besideDebezium<T>({ dir, brokers, dataDir }: Place, work: () => Promise<T>): Promise<T> {
  const database = await runningDatabase(dataDir);
  if (!database) throw new Error("the copy has no database");
  const databaseUrl = await prepareReplication(database.superuserUrl);
  const debezium = await startDebezium({ dir, brokers, databaseUrl });
  try {
    return await work();
  } finally {
    await debezium.stop();
  }
}
