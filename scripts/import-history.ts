// Imports market history: `npm run import-history -- FILE.csv …`. Days (date and price_usd, difficulty_eod,
// hashrate_ths, …) or difficulty epochs (start_height, start_time_utc, difficulty); the header tells which. May be
// interrupted and repeated. Exit code 0: all imported; 1: some lines were rejected, or it could not be done.
import { disconnectDatabase } from "@/lib/platform/db";
import { importFile, requireFile } from "./history/import-file";
import { commandLine } from "./process/command-line";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";
import { withDatabase } from "./process/with-database";

const USE = "npm run import-history -- FILE.csv … (days or difficulty epochs: docs/data-sources.md says which columns)";

await runTask(async () => {
  const { positionals: files } = commandLine(USE, { allowPositionals: true });
  if (files.length === 0) throw new Refusal("Which file?", USE);
  for (const file of files) requireFile(file);
  await withDatabase("npm run import-history", async () => {
    try {
      for (const file of files) if ((await importFile(file)).rejected > 0) process.exitCode = 1;
    } finally {
      await disconnectDatabase();
    }
  });
});
