import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { runNode } from "./process/run-command";
import { ROOT } from "./process/spawn-node";

// A folder as the image has it: packages without those of development, no npm that could fetch them, and no stamp.
const folder = mkdtempSync(join(tmpdir(), "hashinsight-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "node_modules"));
mkdirSync(join(folder, "scripts"));
symlinkSync(join(ROOT, "node_modules/tsx"), join(folder, "node_modules/tsx"));
for (const path of ["scripts/bootstrap", "scripts/bootstrap.mjs", "package-lock.json"])
  cpSync(join(ROOT, path), join(folder, path), { recursive: true });
writeFileSync(
  join(folder, "scripts/hello.ts"),
  "const said: string = process.argv.slice(2).join(); console.log(said);",
);
writeFileSync(join(folder, "npm"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });

it.each([
  ["yes", { code: 0, output: "a,--b\n" }],
  ["", { code: 1, output: expect.stringContaining("npm could not install the packages") }],
])("with HASHINSIGHT_PREPARED=%j a command starts as it is, or prepares first", async (prepared, outcome) => {
  const before = readdirSync(folder);
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, HASHINSIGHT_PREPARED: prepared };
  expect(await runNode([join(folder, "scripts/bootstrap.mjs"), "hello", "a", "--b"], env)).toEqual(outcome);
  if (prepared) expect(readdirSync(folder)).toEqual(before);
});
