import type { Check } from "./check";
import { codeRules } from "./code-rules";
import { documents } from "./documents";
import { fileSizes } from "./file-sizes";
import { imports } from "./imports";
import { lockFile } from "./lock-file";
import { messageKeys } from "./message-keys";
import { biome, knip, migrations, types } from "./programs";
import { repositorySecrets } from "./repository-secrets";
import { supplyChain } from "./supply-chain";

const checks: Check[] = [
  types,
  biome,
  imports,
  codeRules,
  knip,
  migrations,
  lockFile,
  supplyChain,
  repositorySecrets,
  messageKeys,
  documents,
  fileSizes,
];

/** Runs all checks at once and prints each as it ends; gives the names of those kept and those broken. */
export async function runChecks(): Promise<{ passed: string[]; failed: string[] }> {
  const kept = await Promise.all(checks.map(report));
  const names = (wanted: boolean) => checks.filter((_, index) => kept[index] === wanted).map(({ name }) => name);
  return { passed: names(true), failed: names(false) };
}

async function report(check: Check): Promise<boolean> {
  const started = performance.now();
  const { faults, words } = await check.run().catch((error: Error) => ({ faults: [error.message], words: "" }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
  const result = faults.length === 0 ? words : "FAILED";
  console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${check.name.padEnd(12)} ${seconds} s  ${result}`);
  for (const fault of faults) console.error(fault.replace(/^/gm, "       "));
  return faults.length === 0;
}
