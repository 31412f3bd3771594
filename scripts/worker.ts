// One background role alone: `npm run worker -- all|scheduler|relay|consumers|work`. Its database is the one of DATABASE_URL, or the embedded
// one of an `npm start` that runs on the same DATA_DIR.
import { faultOfRole, ROLES } from "@/workers/roles";
import { commandLine } from "./process/command-line";
import { Refusal } from "./process/refusal";
import { runAlone } from "./process/run-alone";
import { runTask } from "./process/run-task";
import { spawnWorker } from "./process/spawn-worker";
import { withDatabase } from "./process/with-database";

const USAGE = `npm run worker -- ${ROLES.join("|")}`;

await runTask(async () => {
  const { positionals } = commandLine(USAGE, { allowPositionals: true });
  const [role = "all"] = positionals;
  const fault = faultOfRole(role);
  if (fault !== undefined) throw new Refusal(fault, USAGE);
  await withDatabase(`npm run worker -- ${role}`, async () => {
    const child = spawnWorker(role, { ...process.env, NODE_ENV: "production" });
    await runAlone("The worker", child);
  });
  process.exit();
});
