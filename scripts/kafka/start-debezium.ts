import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { fillTemplate } from "./fill-template";
import { jars } from "./jars";
import { keepTaskRunning, readTask } from "./keep-task-running";
import { restartablePort } from "./restartable-port";
import { type JavaServer, startJava } from "./start-java";

/** The one source of the connector's configuration, for deployments too. */
const CONNECTOR = fileURLToPath(new URL("../../deploy/debezium/hashinsight-outbox.json", import.meta.url));

/** Kafka Connect, whose REST API is at `address`, with its offsets in `dir`. */
export type DebeziumServer = JavaServer & { address: string; dir: string };

type Options = {
  dir: string;
  /** The address of a broker: host:port. */
  brokers: string;
  /** As `prepareReplication` gives it. */
  databaseUrl: string;
};

/**
 * Starts Kafka Connect with the connector hashinsight-outbox and waits until its task runs, 3 to 5 s; then keeps it so. With the same
 * `dir` it goes on where it stopped; that folder belongs to the database, and is thrown away with it.
 */
export async function startDebezium({ brokers, databaseUrl, ...options }: Options): Promise<DebeziumServer> {
  const dir = resolve(options.dir);
  const worker = join(dir, "connect-worker.properties");
  const restPort = await restartablePort();
  const plugins = dirname(await jars("debezium"));
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  writeFileSync(worker, fillTemplate("connect-worker.properties", { brokers, data: dir, plugins, restPort }));
  const address = `http://127.0.0.1:${restPort}`;
  const server = await startJava({
    profile: "connect",
    main: ["org.apache.kafka.connect.cli.ConnectStandalone", worker, CONNECTOR],
    dir,
    heapMb: 384,
    env: outboxEnv(databaseUrl),
    isReady: () => isTaskRunning(address),
  });
  keepTaskRunning(address, server.exited);
  return { ...server, address, dir };
}

/** What the connector's configuration takes from the environment. */
function outboxEnv(databaseUrl: string): Record<string, string> {
  const url = new URL(databaseUrl);
  return {
    OUTBOX_DATABASE_HOST: url.hostname,
    OUTBOX_DATABASE_PORT: url.port || "5432",
    OUTBOX_DATABASE_NAME: decodeURIComponent(url.pathname.slice(1)),
    OUTBOX_DATABASE_USER: decodeURIComponent(url.username),
    OUTBOX_DATABASE_PASSWORD: decodeURIComponent(url.password),
  };
}

async function isTaskRunning(address: string): Promise<boolean> {
  const task = await readTask(address);
  if (task?.state === "FAILED") throw new Error(`its task failed: ${task.trace?.split("\n")[0]}`);
  return task?.state === "RUNNING";
}
