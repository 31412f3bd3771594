import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { jars } from "./jars";
import { javaProgram } from "./java-program";

/** Makes the empty storage of a broker, as Kafka asks for once. It is a new cluster, and the relay knows it by its name. */
export async function formatStorage(config: string): Promise<void> {
  const tool = ["-cp", join(await jars("broker"), "*"), "kafka.tools.StorageTool"];
  const clusterId = randomBytes(16).toString("base64url");
  const quick = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];
  await promisify(execFile)(javaProgram(), [...quick, ...tool, "format", `--cluster-id=${clusterId}`, "-c", config]);
}
