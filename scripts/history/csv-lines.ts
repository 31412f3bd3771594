import { createReadStream } from "node:fs";
import { CsvError, parse } from "csv-parse";
import type { CsvLine } from "@/lib/market/use-cases/import-history";

const LONGEST_LINE = 100_000;

/** The lines of a CSV file as a stream, in their order; one that can't be split into cells comes as a problem. */
export async function* csvLines(path: string): AsyncIterable<CsvLine> {
  const broken: CsvLine[] = [];
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_LINE,
    on_skip: (error) => {
      if (error instanceof CsvError) broken.push({ line: Number(error.lines ?? 0), problem: error.message });
      return undefined;
    },
  });
  const input = createReadStream(path);
  input.once("error", (error) => parser.destroy(error));
  input.pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    // The parser reads ahead of us: a broken line further down waits for its place.
    while (broken[0] && broken[0].line < info.lines) yield broken.shift() as CsvLine;
    yield { line: info.lines, cells: record };
  }
  yield* broken;
}
