import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../process/spawn-node";
import type { Check } from "./check";
import { lockGaps, type Packages } from "./lock-gaps";

/** package-lock.json installs on every machine and from every registry. */
export const lockFile: Check = {
  name: "lock",
  async run() {
    const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as { packages: Packages };
    const gaps = lockGaps(packages).map(({ name }) => `package-lock.json lacks ${name}: npm run complete-lock`);
    const urls = Object.entries(packages).flatMap(([path, { resolved }]) =>
      resolved ? [`package-lock.json names a registry for ${path}`] : [],
    );
    return { faults: [...gaps, ...urls], words: `${Object.keys(packages).length - 1} packages` };
  },
};
