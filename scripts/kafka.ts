// A real Kafka for work on this machine, until Ctrl-C: `npm run kafka`. With --debezium also Kafka Connect, which reads
// the database of DATABASE_URL, or of the `npm start` (EVENT_TRANSPORT=debezium) on the same DATA_DIR, once it is there.
// What dies is started again. On stdout are lines for an environment; all else goes to stderr.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { awaitOutbox, knownDatabase } from "./kafka/await-outbox";
import { keepServer } from "./kafka/keep-server";
import { missing } from "./kafka/missing";
import { prepareReplication, requireLogicalAt } from "./kafka/prepare-replication";
import { startDebezium } from "./kafka/start-debezium";
import { startKafka } from "./kafka/start-kafka";
import { commandLine } from "./process/command-line";
import { makeDataDir } from "./process/data-dir";
import { requirePort } from "./process/free-port";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";
import { stopRequested } from "./process/stop-requested";

const USAGE = `npm run kafka                   a broker on KAFKA_PORT (9092), its data in DATA_DIR/kafka
npm run kafka -- --debezium     Debezium too, for the database of DATABASE_URL or of the npm start on DATA_DIR`;
const PORT = 9092;

await runTask(async () => {
  const { debezium } = commandLine(USAGE, { options: { debezium: { type: "boolean", default: false } } }).values;
  const lack = debezium ? missing("broker", "connect", "debezium") : missing("broker");
  if (lack !== undefined) throw new Refusal(`${lack}.`, "Then run the same command again.");
  const stop = stopRequested();
  const dataDir = resolve(process.env.DATA_DIR ?? ".data");
  const port = Number(process.env.KAFKA_PORT ?? PORT);
  await requirePort(port, "127.0.0.1", "KAFKA_PORT=9093 npm run kafka");
  const url = debezium ? await knownDatabase(dataDir) : undefined;
  if (url !== undefined) await requireLogicalAt(url);
  if (!existsSync(dataDir)) makeDataDir(dataDir);

  const startBroker = () => startKafka({ dir: join(dataDir, "kafka"), port });
  // Anew each time: the database may have come back at another address.
  async function startConnect() {
    const ownerUrl = await awaitOutbox(dataDir, stop);
    if (ownerUrl === undefined) return undefined;
    const databaseUrl = await prepareReplication(ownerUrl);
    const connect = await startDebezium({ dir: join(dataDir, "debezium"), brokers: `127.0.0.1:${port}`, databaseUrl });
    console.log(`KAFKA_CONNECT=${connect.address}`);
    return connect;
  }

  const say = (line: string) => console.error(line);
  const first = await startBroker();
  console.log(`KAFKA_BROKERS=${first.address}`);
  const broker = keepServer({ name: "the broker", start: startBroker, say }, first);
  const connect = debezium ? keepServer({ name: "Kafka Connect", start: startConnect, say }) : undefined;
  await stop;
  await connect?.stop();
  await broker.stop();
});
process.exit();
