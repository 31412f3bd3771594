import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { jarFolder, type Profile } from "./jars";
import { javaProgram } from "./java-program";

const OLDEST_JAVA = 17;

/** What this machine lacks to run the given profiles, in one line for a person; `undefined` when nothing is lacking. */
export function missing(...profiles: Profile[]): string | undefined {
  const lacks: { what: string; debian: string }[] = [];
  if (javaVersion() < OLDEST_JAVA) {
    lacks.push({ what: `Java ${OLDEST_JAVA} or newer`, debian: "default-jre-headless" });
  }
  // Maven only fetches: a cache that was carried over does without.
  const fetched = profiles.every((profile) => existsSync(jarFolder(profile)));
  if (!fetched && spawnSync("mvn", ["--version"], { stdio: "ignore" }).status !== 0) {
    lacks.push({ what: "Maven", debian: "maven" });
  }
  if (lacks.length === 0) return undefined;
  const packages = lacks.map(({ debian }) => debian).join(" ");
  return `Kafka needs ${lacks.map(({ what }) => what).join(" and ")} (Debian: apt-get install ${packages})`;
}

/** The major version; 0 when there is no Java. */
function javaVersion(): number {
  const { stderr } = spawnSync(javaProgram(), ["-version"], { encoding: "utf8" });
  return Number(/version "(\d+)/.exec(stderr ?? "")?.[1] ?? 0);
}
