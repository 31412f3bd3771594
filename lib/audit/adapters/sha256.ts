import { createHash } from "node:crypto";
import type { Sha256 } from "../core/log-entry";

/** At once and without a promise: a chain is hashed by the thousands. */
export const sha256: Sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");

/** The same of a text that comes piece by piece. */
export function runningSha256() {
  const hash = createHash("sha256");
  return { add: (text: string): void => void hash.update(text, "utf8"), end: (): string => hash.digest("hex") };
}
