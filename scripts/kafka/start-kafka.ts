import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { answersMetadata } from "./answers-metadata";
import { fillTemplate } from "./fill-template";
import { formatStorage } from "./format-storage";
import { restartablePort } from "./restartable-port";
import { type JavaServer, startJava } from "./start-java";

/** A broker at `address` (host:port) with its data in `dir`. */
export type KafkaServer = JavaServer & { address: string; dir: string; port: number };

/**
 * Starts one real Kafka broker and waits until it answers: 3 s with a new folder, 2 to 4 s with its own. Given the
 * same `dir` and `port` it is the broker of before, after a kill too; a folder serves one broker at a time.
 */
export async function startKafka(options: { dir: string; port?: number }): Promise<KafkaServer> {
  const dir = resolve(options.dir);
  const data = join(dir, "data");
  const config = join(dir, "server.properties");
  const port = options.port ?? (await restartablePort());
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  writeFileSync(config, fillTemplate("server.properties", { port, controllerPort: await restartablePort(), data }));
  if (!existsSync(join(data, "meta.properties"))) await formatStorage(config);
  const server = await startJava({
    profile: "broker",
    main: ["kafka.Kafka", config],
    dir,
    heapMb: 256,
    // Where a broker lives for minutes, its second compiler takes more of the processor than it gives back.
    flags: ["-XX:TieredStopAtLevel=1"],
    isReady: () => answersMetadata(port),
  });
  return { ...server, address: `127.0.0.1:${port}`, dir, port };
}
