import { renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** A preparation that can't be: the message says what is wrong and what to do. */
export class Unprepared extends Error {}

export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** A stamp says that a step was finished: it appears whole or not at all, and last. */
export function stamp(file, content) {
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
}
