// `npm run --silent bench -- NAME [--json]`: the figures go to stdout, what it is doing to stderr. A missed target is a
// figure, not an error.
import { parseArgs } from "node:util";
import { benches } from "./bench/benches";
import { machine } from "./bench/machine";
import { table } from "./bench/table";
import { Refusal } from "./process/refusal";
import { runTask } from "./process/run-task";

const USAGE = "Use npm run --silent bench -- NAME [--json], or `list` as the name.";

await runTask(async () => {
  const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
  const [name, ...more] = positionals;
  const names = ["list", ...benches.map((bench) => bench.name)].join(", ");
  const print = (result: unknown, words: string) => console.log(values.json ? JSON.stringify(result, null, 2) : words);
  if (name === "list") {
    const list = benches.map(({ name, summary }) => ({ name, summary }));
    return print(list, list.map(({ name, summary }) => `${name.padEnd(10)} ${summary}`).join("\n"));
  }
  const bench = benches.find((known) => known.name === name);
  if (!bench || more.length > 0) {
    throw new Refusal(name && !bench ? `There is no bench "${name}".` : "Which bench?", `${USAGE} Names: ${names}.`);
  }
  const on = machine(bench.packages);
  const rows = await bench.run((line) => console.error(`  ${line}`));
  print({ bench: bench.name, ...on, rows }, `${bench.name}: ${bench.summary}\n${table(rows, on)}`);
});
