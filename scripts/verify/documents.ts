import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import packageJson from "@/package.json";
import { ROOT } from "../process/spawn-node";
import type { Check } from "./check";
import { sourceFiles } from "./source-files";

const FOLDERS = "app|components|contracts|deploy|docs|e2e|lib|messages|prisma|public|scripts|workers|\\.ci";
const PATH = new RegExp(`^(?:${FOLDERS})/[\\w./()\\[\\]-]+$`);
const COMMAND = /npm run (?:--silent )?([a-z-]+)/g;

/** What the documents name exists: paths in code marks, targets of links, commands. */
export const documents: Check = {
  name: "documents",
  async run() {
    const files = ["README.md", ...sourceFiles("docs", /\.md$/), ...sourceFiles("lib", /\.md$/)].filter((file) =>
      existsSync(join(ROOT, file)),
    );
    const faults = files.flatMap((file) => [...faultsOf(file, readFileSync(join(ROOT, file), "utf8"))]);
    return { faults, words: `${files.length} documents` };
  },
};

/** The faults of one document, whose text is `text`. */
export function* faultsOf(file: string, text: string): Generator<string> {
  for (const [, marked = ""] of text.matchAll(/`([^`\n]+)`/g)) {
    if (PATH.test(marked) && !existsSync(join(ROOT, marked))) yield `${file}: there is no ${marked}`;
  }
  for (const [, target = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    const path = decodeURIComponent(target.split("#")[0] ?? "");
    if (path === "" || /^[a-z]+:/.test(path)) continue;
    if (!existsSync(join(ROOT, dirname(file), path))) yield `${file}: its link to ${target} leads nowhere`;
  }
  for (const [, task = ""] of text.matchAll(COMMAND)) {
    if (!(task in packageJson.scripts)) yield `${file}: there is no \`npm run ${task}\``;
  }
}
