import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../process/spawn-node";
import type { Check } from "./check";
import { CRUISED } from "./imports";
import { sourceFiles } from "./source-files";
import { importsOf, parse, placeOf, type Source } from "./source-rule";
import { SOURCE_RULES } from "./source-rules";

/** More would mean that sessions are asked for in several ways. */
const MOST_WITH_NEXT_AUTH = 2;
const TEST = /\.(?:test|spec)\.tsx?$|^e2e\//;

/** Places where a rule doesn't hold, each with its reason. One that isn't needed any more is a fault. */
export const EXEMPT: { file: string; rule: string; reason: string }[] = [
  {
    file: "lib/transport/bench.ts",
    rule: "takes the database outside of a unit of work",
    reason: "the bare query that the bench of authenticated reads compares with",
  },
];

/** What code must not do, read from its syntax. */
export const codeRules: Check = {
  name: "code rules",
  async run() {
    const files = [...CRUISED.flatMap((folder) => sourceFiles(folder)), "proxy.ts", "instrumentation.ts"];
    const sources = files
      .filter((file) => !TEST.test(file))
      .map((file) => parse(file, readFileSync(join(ROOT, file), "utf8")));
    return {
      faults: [...faultsOf(sources), ...nextAuthFaults(sources)],
      words: `${sources.length} files, ${SOURCE_RULES.length + 1} rules`,
    };
  },
};

export function faultsOf(sources: readonly Source[], exempt: typeof EXEMPT = EXEMPT): string[] {
  const used = new Set<(typeof EXEMPT)[number]>();
  const faults = sources.flatMap((source) =>
    SOURCE_RULES.filter(({ files }) => files.test(source.file)).flatMap(({ name, find }) => {
      const known = exempt.find(({ file, rule }) => file === source.file && rule === name);
      const found = [...find(source)];
      if (known && found.length > 0) used.add(known);
      return known ? [] : found.map((node) => `${placeOf(source, node)} ${name}`);
    }),
  );
  const unused = exempt.filter((one) => !used.has(one)).map(({ file, rule }) => `${file} needs no exemption: ${rule}`);
  return [...faults, ...unused];
}

/** next-auth is behind one door. */
export function nextAuthFaults(sources: readonly Source[]): string[] {
  const users = sources.filter((source) =>
    [...importsOf(source)].some(({ from }) => /^(?:next-auth|@auth\/)/.test(from)),
  );
  if (users.length <= MOST_WITH_NEXT_AUTH) return [];
  return [`next-auth is imported in ${users.length} files: ${users.map(({ file }) => file).join(", ")}`];
}
