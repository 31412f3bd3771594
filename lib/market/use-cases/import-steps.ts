import { z } from "zod";
import { command } from "@/lib/kernel/use-case";
import { difficultyByDay } from "../core/difficulty-by-day";
import { dropSimulated, type SaveCount, saveDays, seriesWithHistory } from "../data/days";
import { allEpochs, saveEpochs } from "../data/epochs";
import { advanceImport, beginImport, finishImport } from "../data/imports";
import { Series } from "../schemas";
import { REAL_HISTORY_DAYS } from "./backfill-history";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const ImportProgress = z.object({
  linesDone: z.int(),
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
});

/** Takes a file up where its last import stopped, or from its beginning. */
export const beginHistoryImport = command({
  name: "market.history.import.begin",
  permission: "system",
  input: z.strictObject({ sha256: Sha256, name: z.string().min(1).max(255), layout: z.enum(["daily", "epochs"]) }),
  output: ImportProgress,
  async run(ctx, file) {
    const progress = await beginImport(ctx, file, ctx.now());
    ctx.audit({ entity: "history_imports", id: file.sha256, after: { ...file, lines_done: progress.linesDone } });
    return progress;
  },
});

/** Rows of a file and how far that brings its import, in one transaction. Each row given counts as one. */
export const importHistoryBatch = command({
  name: "market.history.import.batch",
  permission: "system",
  input: z.strictObject({
    sha256: Sha256,
    source: z.string().min(1).max(255),
    linesDone: z.int().min(1),
    rejected: z.int().min(0),
    days: z.array(z.object({ series: Series, day: z.iso.date(), value: z.number() })),
    epochs: z.array(
      z.object({
        startHeight: z.int().min(0),
        startTime: z.date(),
        difficulty: z.number().positive(),
        changePct: z.number().nullable(),
      }),
    ),
  }),
  output: ImportProgress,
  async run(ctx, { sha256, source, linesDone, rejected, days, epochs }) {
    const from = { origin: "imported", source, now: ctx.now() } as const;
    const saved = sum(await saveDays(ctx, days, from), await saveEpochs(ctx, epochs, from));
    ctx.audit({ entity: "history_imports", id: sha256, after: { lines_done: linesDone, rejected, ...saved } });
    return advanceImport(ctx, sha256, { linesDone, rejected, ...saved });
  },
});

/** Ends an import: difficulty day by day from the epochs where no file gives it, and no simulated day beside real ones. */
export const finishHistoryImport = command({
  name: "market.history.import.finish",
  permission: "system",
  input: z.strictObject({ sha256: Sha256 }),
  output: ImportProgress,
  async run(ctx, { sha256 }) {
    const now = ctx.now();
    const epochs = await allEpochs(ctx);
    // How long the last one lasted is not known from the file.
    const days = difficultyByDay(epochs, epochs.at(-1)?.startTime ?? now);
    await saveDays(ctx, days, { origin: "backfilled", source: "difficulty epochs", now });
    const dropped = await dropSimulated(ctx, await seriesWithHistory(ctx, REAL_HISTORY_DAYS));
    ctx.audit({ entity: "history_imports", id: sha256, after: { finished: true, simulated_dropped: dropped } });
    return finishImport(ctx, sha256, now);
  },
});

const sum = (a: SaveCount, b: SaveCount): SaveCount => ({
  inserted: a.inserted + b.inserted,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
});
