import type { Ctx } from "@/lib/kernel/context";
import type { DayValue, EpochRow } from "../core/history";
import { type Layout, parseRow, recogniseLayout } from "../core/history-csv";
import { beginHistoryImport, finishHistoryImport, importHistoryBatch } from "./import-steps";

/** One line of a CSV file: its number (the header is 1) and its cells, or why it can't be split into cells. */
export type CsvLine = { line: number; cells: readonly string[] } | { line: number; problem: string };

export type HistoryFile = { sha256: string; name: string; lines: AsyncIterable<CsvLine> };

/** What a person is told while it runs. */
export type ImportNews = {
  begun(layout: Layout, resumedAfterLine: number | null): void;
  rejected(line: number, reason: string): void;
  saved(linesDone: number): void;
};

export type ImportSummary = { inserted: number; updated: number; unchanged: number; rejected: number };

const BATCH_LINES = 500;

/**
 * Imports a file of daily history or difficulty epochs, batch by batch in a transaction each. Interrupted, it goes on
 * after the last batch; repeated, it changes nothing. A bad line is left out and reported; `null` when the header is
 * of neither kind.
 */
export async function importHistory(ctx: Ctx, file: HistoryFile, news: ImportNews): Promise<ImportSummary | null> {
  let batch: Batch | null = null;
  for await (const line of file.lines) {
    if (batch === null) {
      batch = await begin(ctx, file, line, news);
      if (batch === null) return null;
      continue;
    }
    read(batch, line, ctx.now(), news);
    if (line.line - batch.linesDone >= BATCH_LINES) await save(ctx, file, batch, line.line, news);
    batch.lastLine = line.line;
  }
  if (batch === null) return null;
  if (batch.lastLine > batch.linesDone) await save(ctx, file, batch, batch.lastLine, news);
  return finishHistoryImport.execute(ctx, { sha256: file.sha256 });
}

type Batch = {
  layout: Layout;
  /** Lines that are saved for good. */
  linesDone: number;
  lastLine: number;
  /** Which line brought what may be there only once. */
  seen: Map<string, number>;
  days: DayValue[];
  epochs: EpochRow[];
  rejected: number;
};

async function begin(ctx: Ctx, file: HistoryFile, first: CsvLine, news: ImportNews): Promise<Batch | null> {
  const layout = "cells" in first ? recogniseLayout(first.cells) : null;
  if (!layout) return null;
  const start = { sha256: file.sha256, name: file.name, layout: layout.kind };
  const { linesDone } = await beginHistoryImport.execute(ctx, start);
  news.begun(layout, linesDone > first.line ? linesDone : null);
  return { layout, linesDone, lastLine: first.line, seen: new Map(), days: [], epochs: [], rejected: 0 };
}

function read(batch: Batch, line: CsvLine, now: Date, news: ImportNews): void {
  const row = "cells" in line ? parseRow(batch.layout, line.cells, now) : { reason: line.problem };
  const twin = "key" in row ? batch.seen.get(row.key) : undefined;
  if ("key" in row && twin === undefined) batch.seen.set(row.key, line.line);
  if (line.line <= batch.linesDone) return;
  if ("reason" in row || twin !== undefined) {
    batch.rejected++;
    news.rejected(line.line, "reason" in row ? row.reason : `${row.key} is on line ${twin} already`);
    return;
  }
  batch.days.push(...row.days);
  if (row.epoch) batch.epochs.push(row.epoch);
}

async function save(ctx: Ctx, file: HistoryFile, batch: Batch, linesDone: number, news: ImportNews): Promise<void> {
  const { days, epochs, rejected } = batch;
  await importHistoryBatch.execute(ctx, { sha256: file.sha256, source: file.name, linesDone, rejected, days, epochs });
  Object.assign(batch, { linesDone, days: [], epochs: [], rejected: 0 });
  news.saved(linesDone);
}
