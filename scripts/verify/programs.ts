import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageProgram, runNode } from "../process/run-command";
import { ROOT } from "../process/spawn-node";
import type { Check } from "./check";

/** A check that another program does: its output is the list of faults when it fails. */
function program(name: string, args: string[], before?: () => Promise<unknown>): Check {
  return {
    name,
    async run() {
      await before?.();
      const { code, output } = await runNode(args);
      return { faults: code === 0 ? [] : [output.trim()], words: "clean" };
    },
  };
}

/** The types of Next's routes, which a clone that never built doesn't have. */
async function routeTypes(): Promise<void> {
  if (existsSync(join(ROOT, "next-env.d.ts")) && existsSync(join(ROOT, ".next", "types"))) return;
  await runNode([packageProgram("next/dist/bin/next"), "typegen"]);
}

/** By the compiler in Go, in half the time; the one in JavaScript is what our own rules read the sources with. */
export const types = program("types", [packageProgram("typescript-native/bin/tsc"), "--noEmit", "-p", "."], routeTypes);
export const biome = program("biome", [
  packageProgram("@biomejs/biome/bin/biome"),
  "check",
  "--error-on-warnings",
  "--max-diagnostics=50",
]);
export const knip = program("unused code", [packageProgram("knip/bin/knip.js"), "--no-progress"]);
export const migrations = program("migrations", [
  "--import",
  packageProgram("tsx/dist/loader.mjs"),
  "scripts/migration.ts",
  "--check",
]);
