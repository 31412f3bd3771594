import { statSync } from "node:fs";
import { basename } from "node:path";
import { KNOWN_COLUMNS } from "@/lib/market/core/history-csv";
import { type ImportSummary, importHistory } from "@/lib/market/use-cases/import-history";
import { systemCtx } from "@/lib/transport/ctx";
import { Refusal } from "../process/refusal";
import { csvLines } from "./csv-lines";
import { fileHash } from "./file-hash";

/** So many bad lines are named one by one; the summary has them all counted. */
const NAMED_LINES = 100;

/** Throws a Refusal unless there is such a file with something in it. */
export function requireFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new Refusal(`There is no file ${path}.`, "Give the path of a CSV file.");
}

/** Imports one file and says on stdout how it goes: a bad line at once, the sums at the end. */
export async function importFile(path: string): Promise<ImportSummary> {
  const name = basename(path);
  let named = 0;
  const started = performance.now();
  const file = { sha256: await fileHash(path), name, lines: csvLines(path) };
  const summary = await importHistory(systemCtx("import-history"), file, {
    begun({ kind, ignored }, resumedAfterLine) {
      console.log(`${name}: ${kind === "daily" ? "days" : "difficulty epochs"}`);
      if (ignored.length > 0) console.log(`  columns that are not imported: ${ignored.join(", ")}`);
      if (resumedAfterLine !== null) console.log(`  going on after line ${resumedAfterLine}`);
    },
    rejected(line, reason) {
      named++;
      if (named <= NAMED_LINES) console.log(`  line ${line}: ${reason}`);
      if (named === NAMED_LINES + 1) console.log(`  more lines are bad; only the first ${NAMED_LINES} are named`);
    },
    saved: () => undefined,
  });
  if (!summary)
    throw new Refusal(`${name} is not a history file that is known here.`, `Of the two kinds, ${KNOWN_COLUMNS}.`);
  const { inserted, updated, unchanged, rejected } = summary;
  console.log(
    `  values: ${inserted} new, ${updated} changed, ${unchanged} unchanged; lines rejected: ${rejected}; ${Math.round(performance.now() - started)} ms`,
  );
  return summary;
}
