// Brings the database to this build's schema and ends: `npm run migrate`, for deployments where several web servers
// start at once. `npm start` does the same by itself.
import { migrate } from "./postgres/migrate";
import { prepareOutside } from "./postgres/outside";
import { commandLine } from "./process/command-line";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";
import { readSettings } from "./start/settings";

await runTask(async () => {
  commandLine("npm run migrate, with the owner's address in DATABASE_URL", {});
  const settings = readSettings();
  if (!settings.outside)
    throw new Refusal("DATABASE_URL is not set.", "npm start migrates its own Postgres by itself.");
  await prepareOutside(settings.DATABASE_URL, settings.runtimeUrl);
  const applied = await migrate(settings.DATABASE_URL);
  console.log(applied.length === 0 ? "The schema is up to date." : `Applied:\n  ${applied.join("\n  ")}`);
});
