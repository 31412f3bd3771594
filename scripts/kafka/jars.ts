import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { lockFolder } from "../process/folder-lock";
import { Refusal } from "../process/refusal";

/** One class path of pom.xml. */
export type Profile = "broker" | "connect" | "debezium";

const POM = fileURLToPath(new URL("pom.xml", import.meta.url));

const cache = () => resolve(process.env.KAFKA_CACHE_DIR?.trim() || join(homedir(), ".cache", "hashinsight-kafka"));

/** Where the jars of a profile lie once they are fetched: in a folder for this very pom.xml. */
export function jarFolder(profile: Profile): string {
  const content = createHash("sha256").update(readFileSync(POM)).digest("hex").slice(0, 12);
  // Debezium is a plugin of Connect, loaded apart from it: it brings other versions of the same packages.
  return join(cache(), content, ...(profile === "debezium" ? ["plugins"] : []), profile);
}

/** The folder with the jars of a profile, fetched on first use; however many ask at once, one fetches. */
export async function jars(profile: Profile): Promise<string> {
  const folder = jarFolder(profile);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  // Maven's own store isn't made for two at once either, so that one lock covers all profiles.
  for (;;) {
    const lock = await lockFolder(cache(), "fetch", `process ${process.pid}`);
    if (!("release" in lock)) {
      await wait(100);
      continue;
    }
    try {
      if (!existsSync(folder)) await fetchInto(folder, profile);
      return folder;
    } finally {
      lock.release();
    }
  }
}

/** In a folder beside, which takes its name only when complete. */
async function fetchInto(folder: string, profile: Profile): Promise<void> {
  console.error(`Fetching the jars of Kafka, part ${profile} (once).`);
  const part = mkdtempSync(`${folder}.`);
  try {
    await copyDependencies(profile, part);
    renameSync(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    // Somebody without our lock (in another container on the same folder) was faster.
    if (!existsSync(folder)) throw error;
  }
}

function copyDependencies(profile: Profile, folder: string): Promise<void> {
  const quiet = ["--quiet", "--batch-mode", "--strict-checksums", "-Dstyle.color=never"];
  const goal = ["dependency:copy-dependencies", `-DoutputDirectory=${folder}`];
  return new Promise((done, reject) => {
    const maven = spawn("mvn", [...quiet, "--file", POM, "--activate-profiles", profile, ...goal]);
    let said = "";
    for (const stream of [maven.stdout, maven.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
    const end = () => maven.kill("SIGTERM");
    process.once("exit", end);
    maven.once("error", reject);
    maven.once("close", (code) => {
      process.removeListener("exit", end);
      if (code === 0) return done();
      reject(
        new Refusal(
          `Maven could not fetch the jars of Kafka (${profile}):\n${said.trim()}`,
          "Does Maven Central answer? A mirror belongs in ~/.m2/settings.xml.",
        ),
      );
    });
  });
}
