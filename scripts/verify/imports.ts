import { z } from "zod";
import { packageProgram, runNode } from "../process/run-command";
import type { Check } from "./check";
import { sourceFiles } from "./source-files";

const Report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

export const CRUISED = ["lib", "app", "components", "workers", "scripts", "e2e"];

/**
 * Who imports whom, by .dependency-cruiser.cjs. A cruiser that can't read TypeScript finds no fault in 0 modules: the
 * number of modules is checked against the files that are there.
 */
export const imports: Check = {
  name: "imports",
  async run() {
    const program = packageProgram("dependency-cruiser/bin/dependency-cruiser.mjs");
    const { output } = await runNode([program, "--config", ".dependency-cruiser.cjs", "-T", "json", ...CRUISED]);
    const { totalCruised, violations } = Report.parse(JSON.parse(output)).summary;
    const files = CRUISED.flatMap((folder) => sourceFiles(folder)).length;
    const faults = violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
    if (totalCruised < files) faults.push(`only ${totalCruised} modules were cruised of ${files} files`);
    return { faults, words: `${totalCruised} modules cruised` };
  },
};
