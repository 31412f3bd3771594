// Everything: `npm test`. One suite alone: `npm test -- verify|code|kafka|build|journeys|process`.
// Its last line is `N passed, N failed, N skipped` over all suites.
import { hasRecordedData } from "@/lib/testing/recorded-data";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";
import { stopRequested } from "./process/stop-requested";
import { lastReports } from "./security-table/last-reports";
import { securityTable } from "./security-table/security-table";
import { type Suite, suites } from "./test/suites";
import { add, lineOf, nothing, type Tally } from "./test/tally";

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(0);

async function runSuite(suite: Suite): Promise<Tally> {
  const started = performance.now();
  console.log(`\n── ${suite.name} ${"─".repeat(60 - suite.name.length)}`);
  const tally = await suite.run().catch((error: Error): Tally => {
    console.error(error.message);
    return { ...nothing, failed: [`${suite.name}: ${error.message.split("\n")[0]}`] };
  });
  console.log(`── ${suite.name}: ${lineOf(tally)}, ${seconds(started)} s`);
  return tally;
}

function chosen(names: string[]): Suite[] {
  if (names.length === 0) return suites;
  return names.map((name) => {
    const suite = suites.find((known) => known.name === name);
    if (!suite)
      throw new Refusal(`There is no suite "${name}".`, `There are: ${suites.map((known) => known.name).join(", ")}.`);
    return suite;
  });
}

function list(heading: string, names: string[]): void {
  if (names.length === 0) return;
  console.log(`\n${heading}`);
  for (const name of names) console.log(`  ${name}`);
}

// Ctrl-C, or npm gone: what runs ends with us.
void stopRequested().then(() => process.exit(130));

await runTask(async () => {
  const started = performance.now();
  let tally = nothing;
  for (const suite of chosen(process.argv.slice(2))) tally = add(tally, await runSuite(suite));
  const why = hasRecordedData ? "Skipped:" : "Not run, mostly because the recorded data (../shared) isn't there:";
  list(why, tally.skipped);
  list("Failed:", tally.failed);
  const table = securityTable(lastReports());
  if (table !== "") console.log(`\n${table}`);
  console.log(`\nAll suites, ${seconds(started)} s:\n${lineOf(tally)}`);
  process.exitCode = tally.failed.length > 0 ? 1 : 0;
});
// The ear for who started us would keep it.
process.exit();
