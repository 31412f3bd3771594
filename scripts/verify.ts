// Everything that a machine can check without running the product, in under a minute: `npm run verify`.
import { commandLine } from "./process/command-line";
import { runTask } from "./process/run-task";
import { runChecks } from "./verify/run-checks";

await runTask(async () => {
  commandLine("npm run verify", {});
  const started = performance.now();
  const { passed, failed } = await runChecks();
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`verify: ${passed.length} of ${passed.length + failed.length} checks kept, ${seconds} s`);
  if (failed.length > 0) process.exitCode = 1;
});
