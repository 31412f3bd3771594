// Everything: `npm test`. One suite alone: `npm test -- verify|code|kafka|build|journeys|process`.
// Its last line is `N passed, N failed, N skipped` over all suites.
import { hasRecordedData } from "@/lib/testing/recorded-data";
import { commandLine } from "./process/command-line";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";
import { stopRequested } from "./process/stop-requested";
import { lastReports } from "./security-table/last-reports";
import { securityTable } from "./security-table/security-table";
import { runSuites } from "./test/run-suites";
import { aside, type Suite, shown } from "./test/suites";
import { lineOf } from "./test/tally";

const names = [...shown, ...aside].map(({ name }) => name);
const USAGE = `npm test, or some of its suites: npm test -- ${names.join("|")}`;

/** Everything, or the named ones, one after another. */
function chosen(asked: string[]): { shown: Suite[]; aside: Suite[] } {
  if (asked.length === 0) return { shown, aside };
  const alone = asked.map((name) => {
    const suite = [...shown, ...aside].find((known) => known.name === name);
    if (!suite) throw new Refusal(`There is no suite "${name}".`, `There are: ${names.join(", ")}.`);
    return { ...suite, after: [] };
  });
  return { shown: alone, aside: [] };
}

function list(heading: string, names: string[]): void {
  if (names.length === 0) return;
  console.log(`\n${heading}`);
  for (const name of names) console.log(`  ${name}`);
}

// Ctrl-C, or npm gone: what runs ends with us.
void stopRequested().then(() => process.exit(130));

await runTask(async () => {
  const { positionals } = commandLine(USAGE, { allowPositionals: true });
  const { tally, seconds } = await runSuites(chosen(positionals));
  const why = hasRecordedData ? "Skipped:" : "Not run, mostly because the recorded data (../shared) isn't there:";
  list(why, tally.skipped);
  list("Failed:", tally.failed);
  const table = securityTable(lastReports());
  if (table !== "") console.log(`\n${table}`);
  console.log(`\nAll suites, ${seconds} s:\n${lineOf(tally)}`);
  process.exitCode = tally.failed.length > 0 ? 1 : 0;
});
// The ear for who started us would keep it.
process.exit();
