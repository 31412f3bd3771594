// After `npm install` of a new package, where the registry in use doesn't carry the builds for every machine:
// `npm run complete-lock` writes those that npm left out into package-lock.json, so that `npm ci` works everywhere.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./process/spawn-node";
import { entryFor, lockGaps, type Packages } from "./verify/lock-gaps";

const file = join(ROOT, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8")) as { packages: Packages };
const gaps = lockGaps(lock.packages);
for (const gap of gaps) lock.packages[`node_modules/${gap.name}`] = entryFor(gap);
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${gaps.length} packages added.`);
