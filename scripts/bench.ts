// `npm run --silent bench -- NAME [--json] [--OPTION VALUE]`: the figures go to stdout, what it is doing to stderr. A missed target is a
// figure, not an error.
import type { Bench } from "./bench/bench";
import { benches } from "./bench/benches";
import { machine } from "./bench/machine";
import { table } from "./bench/table";
import { commandLine } from "./process/command-line";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";

const USAGE = "Use npm run --silent bench -- NAME [--json] [--OPTION VALUE], or `list` as the name.";
/** What any of the benches takes. */
const OPTIONS = benches.flatMap(({ options = {} }) =>
  Object.keys(options).map((name) => [name, { type: "string" }] as const),
);

await runTask(async () => {
  const { values, positionals } = commandLine(USAGE, {
    options: { ...Object.fromEntries(OPTIONS), json: { type: "boolean" } },
    allowPositionals: true,
  });
  const { json, ...options } = values as { json?: boolean } & Record<string, string>;
  const [name, ...more] = positionals;
  const names = ["list", ...benches.map((bench) => bench.name)].join(", ");
  const print = (result: unknown, words: string) => console.log(json ? JSON.stringify(result, null, 2) : words);
  if (name === "list") {
    const list = benches.map(({ name, summary, options }) => ({ name, summary, options }));
    return print(list, list.map(lines).join("\n"));
  }
  const bench = benches.find((known) => known.name === name);
  if (!bench || more.length > 0) {
    throw new Refusal(name && !bench ? `There is no bench "${name}".` : "Which bench?", `${USAGE} Names: ${names}.`);
  }
  const unknown = Object.keys(options).find((option) => !(option in (bench.options ?? {})));
  if (unknown !== undefined) throw new Refusal(`The bench ${bench.name} takes no --${unknown}.`, USAGE);
  const on = machine(bench.packages);
  const rows = await bench.run((line) => console.error(`  ${line}`), options);
  print({ bench: bench.name, ...on, rows }, `${bench.name}: ${bench.summary}\n${table(rows, on)}`);
});

function lines({ name, summary, options = {} }: Pick<Bench, "name" | "summary" | "options">): string {
  const more = Object.entries(options).map(([option, words]) => `${"".padEnd(10)}   --${option} ${words}`);
  return [`${name.padEnd(10)} ${summary}`, ...more].join("\n");
}
