import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import packageJson from "@/package.json";
import { commandLine } from "./command-line";
import { runNode } from "./run-command";
import { ROOT } from "./spawn-node";

const options = { limit: { type: "string" }, json: { type: "boolean" } } as const;

describe("commandLine", () => {
  it("gives options and words", () => {
    const { values, positionals } = commandLine("use it so", {
      args: ["list", "--limit", "3"],
      options,
      allowPositionals: true,
    });
    expect({ ...values, positionals }).toEqual({ limit: "3", positionals: ["list"] });
  });

  it.each([
    [["--limt", "3"], "Unknown option '--limt'."],
    [["--limit"], "Option '--limit <value>' argument missing."],
    [["--limit", "--json"], "Option '--limit' argument is ambiguous."],
    [["list"], "Unexpected argument 'list'."],
  ])("refuses %j in words, with the usage", (args, message) =>
    expect(() => commandLine("use it so", { args, options })).toThrow(
      expect.objectContaining({ name: "Refusal", message, advice: "use it so" }),
    ),
  );
});

const command = (name: string, ...args: string[]) =>
  runNode(["--import", "tsx", join(ROOT, "scripts", `${name}.ts`), ...args]);

it.each(["dlq", "kafka"])("npm run %s says how it is used, and what it doesn't know", async (name) => {
  const help = await command(name, "--help");
  expect(help).toEqual({ code: 0, output: expect.stringMatching(new RegExp(`^npm run ${name}`)) });
  const misspelt = await command(name, "--nonsense");
  expect(misspelt).toEqual({ code: 1, output: `Unknown option '--nonsense'.\n${help.output}` });
});

/** What they are given goes to another program, or they take nothing. */
const WITHOUT = ["test-mutation", "fonts", "complete-lock"];
const tasks = Object.values(packageJson.scripts).map((script) => script.split(" ").at(-1) ?? "");

it.each(tasks.filter((task) => !WITHOUT.includes(task)))("scripts/%s.ts reads its command line there", (task) => {
  const file = task === "test-faults" ? "test/faults/options" : task;
  expect(readFileSync(join(ROOT, "scripts", `${file}.ts`), "utf8")).toContain("commandLine(");
});
