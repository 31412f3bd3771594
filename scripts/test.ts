// Everything: `npm test`. One suite alone: `npm test -- verify|code|kafka|build|journeys|process`.
// Its last line is `N passed, N failed, N skipped` over all suites.
import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { hasRecordedData } from "@/lib/testing/recorded-data";
import { commandLine } from "./process/command-line";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";
import { stopRequested } from "./process/stop-requested";
import { lastReports } from "./security-table/last-reports";
import { securityTable } from "./security-table/security-table";
import { REPORTS } from "./test/reported";
import { type Suite, steps } from "./test/suites";
import { add, lineOf, nothing, type Tally } from "./test/tally";

const USAGE = `npm test, or some of its suites: npm test -- ${steps
  .flat()
  .map(({ name }) => name)
  .join("|")}`;

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(0);

/** Runs the suites of a step at once. What the first prints is seen as it comes, what the others print when it has ended. */
async function runStep([first, ...others]: Suite[]): Promise<Tally> {
  if (!first) return nothing;
  const beside = others.map(async (suite) => {
    const log = join(REPORTS, `${suite.name}.log`);
    return { suite, log, ...(await runSuite(suite, log)) };
  });
  console.log(headOf(first, others));
  const shown = await runSuite(first);
  console.log(shown.words);
  let tally = shown.tally;
  for (const { suite, log, words, tally: more } of await Promise.all(beside)) {
    console.log(headOf(suite, []));
    if (existsSync(log)) await pipeline(createReadStream(log), process.stdout, { end: false });
    console.log(words);
    tally = add(tally, more);
  }
  return tally;
}

function headOf({ name }: Suite, beside: Suite[]): string {
  const title = [name, ...beside.map((other) => `(beside it: ${other.name})`)].join(" ");
  return `\n── ${title} ${"─".repeat(Math.max(0, 60 - title.length))}`;
}

async function runSuite(suite: Suite, log?: string): Promise<{ tally: Tally; words: string }> {
  const started = performance.now();
  const tally = await suite.run(log).catch((error: Error): Tally => {
    console.error(error.message);
    return { ...nothing, failed: [`${suite.name}: ${error.message.split("\n")[0]}`] };
  });
  return { tally, words: `── ${suite.name}: ${lineOf(tally)}, ${seconds(started)} s` };
}

/** All of them, or the named ones, one after another. */
function chosen(names: string[]): Suite[][] {
  if (names.length === 0) return steps;
  const suites = steps.flat();
  return names.map((name) => {
    const suite = suites.find((known) => known.name === name);
    if (!suite)
      throw new Refusal(`There is no suite "${name}".`, `There are: ${suites.map((known) => known.name).join(", ")}.`);
    return [suite];
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
  const { positionals } = commandLine(USAGE, { allowPositionals: true });
  const started = performance.now();
  let tally = nothing;
  for (const step of chosen(positionals)) tally = add(tally, await runStep(step));
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
