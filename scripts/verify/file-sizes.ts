import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../process/spawn-node";
import type { Check } from "./check";
import { CRUISED } from "./imports";
import { sourceFiles } from "./source-files";

/** We aim at 150; what is longer than this is two files. A test may list more cases. */
const MAX_LINES = 200;
const MAX_TEST_LINES = 400;
/** Names that say nothing about what is inside. */
const EMPTY_NAMES = /\/(utils?|helpers?|common|types|misc|service)\.(ts|tsx)$|\/(common|utils?|helpers?|v2)\//;

export const fileSizes: Check = {
  name: "files",
  async run() {
    const files = CRUISED.flatMap((folder) => sourceFiles(folder));
    const long = files.flatMap((file) => {
      const lines = readFileSync(join(ROOT, file), "utf8").split("\n").length - 1;
      const limit = /\.(test|spec)\.tsx?$/.test(file) ? MAX_TEST_LINES : MAX_LINES;
      return lines > limit ? [`${file} has ${lines} lines, at most ${limit} are meant`] : [];
    });
    const empty = files.filter((file) => EMPTY_NAMES.test(file)).map((file) => `${file} has a name that says nothing`);
    return { faults: [...long, ...empty], words: `${files.length} files` };
  },
};
