import type { QueryCtx } from "@/lib/kernel/context";
import type { SentFile } from "@/lib/kernel/file-field";
import { query } from "@/lib/kernel/use-case";
import { readMachineSheet } from "../adapters/sheet-file";
import { previewOf } from "../core/import/preview-of";
import { ImportPreview, type Mapping, PreviewImport } from "../core/import/schemas";
import { readVisibleModels } from "../data/machine-models";
import { requireKeeper } from "./editable-model";

/** What a file of machines would add: each row read, or what is wrong in which cell, or where the machine is already. */
export const previewImport = query({
  name: "machines.import.preview",
  permission: "catalogue:write",
  input: PreviewImport,
  output: ImportPreview,
  run: async (ctx, { file, mapping }) => (await readImport(ctx, file, mapping)).preview,
});

/**
 * The preview, and the rows of the catalogue that it was made by. The file is read before the database is asked: no
 * transaction waits for a thread.
 */
export async function readImport(ctx: QueryCtx, file: SentFile, mapping: Mapping | undefined) {
  const target = requireKeeper(ctx);
  const { name, rows } = await readMachineSheet(file);
  const models = await readVisibleModels(ctx);
  const shared = models.filter(({ scope }) => scope === "shared");
  const own = models.filter(({ scope }) => scope === "private");
  return { models, preview: previewOf(name, rows, mapping, { shared, own, target }) };
}
