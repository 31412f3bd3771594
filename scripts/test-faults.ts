// All faults of docs/faults.md on all transports, some ten minutes a transport: `npm run test:faults`. Some of them:
// `npm run test:faults -- --transport kafka --fault 7,12`. FAULT_SEED=… repeats a run, FAULT_LOG=info shows the processes.
import { runTask } from "./process/run-task";
import { stopRequested } from "./process/stop-requested";
import { runFaults } from "./test/faults/run-faults";

// Ctrl-C, or npm gone: what runs ends with us.
void stopRequested().then(() => process.exit(130));

await runTask(async () => {
  process.exitCode = (await runFaults(process.argv.slice(2))) ? 0 : 1;
});
// The ear for who started us would keep it.
process.exit();
