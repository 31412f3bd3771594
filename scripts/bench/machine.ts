import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { ROOT } from "../process/spawn-node";

/** On what it was measured. `load` is the machine's load average over the last minute, other people's work included. */
export type Machine = {
  date: string;
  cores: number;
  cpu: string;
  memory_gb: number;
  load: number;
  node: string;
  packages: Record<string, string>;
};

/** This machine now, and the installed versions of `packages`. */
export function machine(packages: readonly string[]): Machine {
  return {
    date: new Date().toISOString(),
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    memory_gb: Math.round(totalmem() / 2 ** 30),
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    node: process.versions.node,
    packages: Object.fromEntries(packages.map((name) => [name, installedVersion(name)])),
  };
}

function installedVersion(name: string): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}
