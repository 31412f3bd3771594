import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { REPORTS } from "./reported";
import type { Suite } from "./suites";
import { add, lineOf, nothing, type Tally } from "./tally";

type Chosen = { shown: readonly Suite[]; aside: readonly Suite[] };
type Ended = { tally: Tally; words: string };

const secondsSince = (started: number): string => ((performance.now() - started) / 1000).toFixed(0);

/**
 * Runs suites, each once those that it comes after have ended. Of those that are shown one runs at a time, and what it
 * prints is seen as it comes; what the others print is seen when one that is shown has ended after them.
 */
export async function runSuites({ shown, aside }: Chosen): Promise<{ tally: Tally; seconds: string }> {
  const started = performance.now();
  const ends = new Map<string, PromiseWithResolvers<void>>(
    [...shown, ...aside].map(({ name }) => [name, Promise.withResolvers()]),
  );
  const ended = ({ after }: Suite) => Promise.all(after.map((name) => ends.get(name)?.promise));
  const unseen: (() => Promise<void>)[] = [];
  let tally = nothing;
  const take = (suite: Suite, { tally: more }: Ended) => {
    tally = add(tally, more);
    ends.get(suite.name)?.resolve();
  };
  const besides = aside.map(async (suite) => {
    await ended(suite);
    const log = join(REPORTS, `${suite.name}.log`);
    const result = await runSuite(suite, log);
    unseen.push(() => show(suite, log, result));
    take(suite, result);
  });
  const showUnseen = async () => {
    for (let next = unseen.shift(); next; next = unseen.shift()) await next();
  };
  for (const suite of shown) {
    await ended(suite);
    await showUnseen();
    console.log(headOf(suite));
    const result = await runSuite(suite);
    console.log(result.words);
    take(suite, result);
  }
  await Promise.all(besides);
  await showUnseen();
  return { tally, seconds: secondsSince(started) };
}

async function show(suite: Suite, log: string, { words }: Ended): Promise<void> {
  console.log(headOf(suite));
  if (existsSync(log)) await pipeline(createReadStream(log), process.stdout, { end: false });
  console.log(words);
}

const headOf = ({ name }: Suite): string => `\n── ${name} ${"─".repeat(Math.max(0, 60 - name.length))}`;

async function runSuite(suite: Suite, log?: string): Promise<Ended> {
  const started = performance.now();
  const tally = await suite.run(log).catch((error: Error): Tally => {
    console.error(error.message);
    return { ...nothing, failed: [`${suite.name}: ${error.message.split("\n")[0]}`] };
  });
  return { tally, words: `── ${suite.name}: ${lineOf(tally)}, ${secondsSince(started)} s` };
}
