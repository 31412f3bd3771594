import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareReplication } from "@/scripts/kafka/prepare-replication";
import { startDebezium } from "@/scripts/kafka/start-debezium";
import type { JavaServer } from "@/scripts/kafka/start-java";
import { startKafka } from "@/scripts/kafka/start-kafka";

/** A server of one test file, to be killed and started again with the same data. */
export type Restartable = {
  address: string;
  /** The process of Java, as long as it lives. */
  pid(): number;
  /** kill -9; gives when it is gone. */
  kill(): Promise<void>;
  /** Starts it again with its data, on its port; gives when it works. */
  start(): Promise<void>;
  /** Ends it and throws its data away. */
  end(): Promise<void>;
};

/** A broker of its own, so that no other test is hit. Its address stays the same over all restarts. */
export async function ownBroker(): Promise<Restartable> {
  let port: number | undefined;
  return restartable(async (dir) => {
    const broker = await startKafka({ dir, ...(port === undefined ? {} : { port }) });
    port = broker.port;
    return broker;
  });
}

/** Debezium between the table of events in the database at `ownerUrl` and the brokers; prepares the database. */
export async function ownDebezium(ownerUrl: string, brokers: string): Promise<Restartable> {
  const databaseUrl = await prepareReplication(ownerUrl);
  return restartable((dir) => startDebezium({ dir, brokers, databaseUrl }));
}

async function restartable(launch: (dir: string) => Promise<JavaServer & { address: string }>): Promise<Restartable> {
  const dir = mkdtempSync(join(tmpdir(), "hashinsight-kafka-"));
  let server = await launch(dir);
  return {
    address: server.address,
    pid: () => server.pid,
    kill: () => server.stop("SIGKILL"),
    async start() {
      server = await launch(dir);
    },
    async end() {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
