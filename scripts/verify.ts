// Everything that a machine can check without running the product, in under a minute: `npm run verify`.
import { runTask } from "./process/run-task";
import type { Check } from "./verify/check";
import { documents } from "./verify/documents";
import { fileSizes } from "./verify/file-sizes";
import { imports } from "./verify/imports";
import { messageKeys } from "./verify/message-keys";
import { biome, knip, migrations, types } from "./verify/programs";

const checks: Check[] = [types, biome, imports, knip, migrations, messageKeys, documents, fileSizes];

async function report(check: Check): Promise<boolean> {
  const started = performance.now();
  const { faults, words } = await check.run().catch((error: Error) => ({ faults: [error.message], words: "" }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
  const result = faults.length === 0 ? words : "FAILED";
  console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${check.name.padEnd(12)} ${seconds} s  ${result}`);
  for (const fault of faults) console.error(fault.replace(/^/gm, "       "));
  return faults.length === 0;
}

await runTask(async () => {
  const started = performance.now();
  const kept = await Promise.all(checks.map(report));
  const passed = kept.filter(Boolean).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`verify: ${passed} of ${checks.length} checks kept, ${seconds} s`);
  if (passed < checks.length) process.exitCode = 1;
});
