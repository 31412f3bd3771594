// The security cases that passed, by suite, of the last `npm test`: node scripts/bootstrap.mjs security-table.
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";
import { lastReports } from "./security-table/last-reports";
import { securityTable } from "./security-table/security-table";

await runTask(async () => {
  const reports = lastReports();
  if (reports.length === 0) throw new Refusal("There are no reports in test-results.", "Run npm test first.");
  console.log(securityTable(reports));
});
