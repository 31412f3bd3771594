import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { jars } from "./jars";
import { javaProgram } from "./java-program";

/** Any, as long as it is one: a cluster of a single node is mistaken for no other. */
const CLUSTER_ID = "aGFzaGluc2lnaHRsb2NhbA";

/** Makes the empty storage of a broker, as Kafka asks for once. */
export async function formatStorage(config: string): Promise<void> {
  const tool = ["-cp", join(await jars("broker"), "*"), "kafka.tools.StorageTool"];
  const quick = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];
  await promisify(execFile)(javaProgram(), [...quick, ...tool, "format", "-t", CLUSTER_ID, "-c", config]);
}
