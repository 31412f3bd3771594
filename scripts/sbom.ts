// What the product is made of, as CycloneDX 1.6: `npm run sbom [-- file]`, by default into .cache/sbom.cdx.json. Keeps
// scripts/sbom/packages.txt, the list that a change of the lock shows up in.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import packageJson from "@/package.json";
import { commandLine } from "./process/command-line";
import { runTask } from "./process/run-task";
import { ROOT } from "./process/spawn-node";
import { billOfMaterials, listOf } from "./sbom/bill-of-materials";
import { readLock } from "./verify/lock-entry";

await runTask(async () => {
  const { positionals } = commandLine("npm run sbom [-- FILE]", { allowPositionals: true });
  const bill = billOfMaterials(readLock(), packageJson);
  const file = resolve(positionals[0] ?? join(ROOT, ".cache", "sbom.cdx.json"));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  writeFileSync(join(ROOT, "scripts", "sbom", "packages.txt"), `${listOf(bill).join("\n")}\n`);
  console.log(`${bill.components.length} components: ${file}`);
});
