import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

/**
 * The recorded data (real payloads, histories, worked figures) lies beside the project, never inside it.
 * A clone that stands alone runs without it and says which tests that leaves out; CI must have it.
 */
export const hasRecordedData = existsSync(folder);
if (!hasRecordedData && process.env.CI === "true") {
  throw new Error(`CI=true, but the recorded data is missing at ${folder}`);
}

/** Reads one recorded file as text: `recordedText("groundtruth/INDEX.tsv")`. */
export const recordedText = (name: string): string => readFileSync(recordedPath(name), "utf8");

/** Reads one recorded JSON file. */
export const recordedJson = <T>(name: string): T => JSON.parse(recordedText(name)) as T;

export const recordedPath = (name: string): string => `${folder}${name}`;
