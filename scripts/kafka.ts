// A real Kafka for work on this machine, until Ctrl-C: `npm run kafka`. With --debezium also Kafka Connect, which reads
// the database of DATABASE_URL, or of the `npm start` (EVENT_TRANSPORT=debezium) on the same DATA_DIR, once it is there.
// On stdout are lines for an environment; all else goes to stderr.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { awaitOutbox } from "./kafka/await-outbox";
import { missing } from "./kafka/missing";
import { prepareReplication } from "./kafka/prepare-replication";
import { startDebezium } from "./kafka/start-debezium";
import { startKafka } from "./kafka/start-kafka";
import { makeDataDir } from "./process/data-dir";
import { requirePort } from "./process/free-port";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";
import { stopRequested } from "./process/stop-requested";

const PORT = 9092;

await runTask(async () => {
  const { values } = parseArgs({ options: { debezium: { type: "boolean", default: false } } });
  const lack = values.debezium ? missing("broker", "connect", "debezium") : missing("broker");
  if (lack !== undefined) throw new Refusal(`${lack}.`, "Then run the same command again.");
  const stop = stopRequested();
  const dataDir = resolve(process.env.DATA_DIR ?? ".data");
  const port = Number(process.env.KAFKA_PORT ?? PORT);
  await requirePort(port, "127.0.0.1", "KAFKA_PORT=9093 npm run kafka");
  if (!existsSync(dataDir)) makeDataDir(dataDir);
  const broker = await startKafka({ dir: join(dataDir, "kafka"), port });
  console.log(`KAFKA_BROKERS=${broker.address}`);
  const servers = [broker];
  try {
    if (values.debezium) {
      const ownerUrl = await awaitOutbox(dataDir, stop);
      if (ownerUrl === undefined) return;
      const databaseUrl = await prepareReplication(ownerUrl);
      const connect = await startDebezium({ dir: join(dataDir, "debezium"), brokers: broker.address, databaseUrl });
      console.log(`KAFKA_CONNECT=${connect.address}`);
      servers.unshift({ ...broker, ...connect });
    }
    const ended = servers.map(({ exited }) => exited.then(() => "ended" as const));
    if ((await Promise.race([stop, ...ended])) === "ended") {
      throw new Refusal(
        "Kafka ended by itself.",
        `Its logs are in ${join(dataDir, "kafka")} and its neighbour, debezium.`,
      );
    }
  } finally {
    for (const server of servers) await server.stop();
  }
});
process.exit();
