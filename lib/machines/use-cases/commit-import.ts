import { AppError, type FieldError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { auditFacts } from "../core/administration/audit-facts";
import { enteredModel } from "../core/administration/entered-model";
import type { ModelFacts } from "../core/administration/schemas";
import { sharedModelId } from "../core/administration/shared-model-id";
import { CommitImport, ImportOutcome, type ImportRow } from "../core/import/schemas";
import { forgetModels } from "../data/cached-models";
import { insertModels } from "../data/machine-models";
import { ModelAdded } from "../events";
import type { CatalogueScope } from "../schemas";
import { requireKeeper } from "./editable-model";
import { requireRoom } from "./most-own-models";
import { readImport } from "./preview-import";

/**
 * Adds the named rows of a file, all or none. What the catalogue has by now is skipped, so that a file sent twice adds
 * its machines once. Throws `validation` where a named row can't be added: it is wrong, or not in the file.
 */
export const commitImport = command({
  name: "machines.import.commit",
  permission: "catalogue:write",
  emits: [ModelAdded],
  input: CommitImport,
  output: ImportOutcome,
  async run(ctx, { file, mapping, rows: chosen }) {
    const scope = requireKeeper(ctx);
    const { preview, models: visible } = await readImport(ctx, file, mapping);
    const named = preview.rows.filter(({ row }) => chosen.has(row));
    refuseWrong(chosen, named);
    const fresh = named.filter(({ addable }) => addable);
    requireRoom(visible, scope === "private" ? fresh.length : 0);
    const newId = idMaker(scope, new Set(visible.map(({ id }) => id)));
    const wanted = fresh.flatMap(({ row, facts }) =>
      facts ? [{ row, model: enteredModel({ id: newId(facts), scope, retired_at: null }, facts) }] : [],
    );
    const models = wanted.map(({ model }) => model);
    const added = await insertModels(ctx, models, ctx.tenantId);
    for (const model of models)
      if (added.has(model.id)) ctx.audit({ entity: "miner_models", id: model.id, after: auditFacts(model) });
    const arrived = new Set(wanted.filter(({ model }) => added.has(model.id)).map(({ row }) => row));
    const skipped = named.filter(({ row }) => !arrived.has(row)).map(({ row, label }) => ({ row, label: label ?? "" }));
    ctx.audit({
      entity: "miner_models",
      id: "import",
      after: { file_name: preview.file_name, added: added.size, skipped: skipped.length },
    });
    forgetModels(ctx, ctx.tenantId);
    return { added: added.size, skipped };
  },
});

function refuseWrong(chosen: ReadonlySet<number>, named: readonly ImportRow[]): void {
  const there = new Set(named.map(({ row }) => row));
  const errors: FieldError[] = [...chosen]
    .filter((row) => !there.has(row))
    .map((row) => ({
      path: `rows.${row}`,
      code: "no_such_row",
      message: `The file has no machine in row ${row}.`,
    }));
  for (const row of named) {
    const [first] = row.errors;
    if (first) errors.push({ path: `rows.${row.row}.${first.field}`, code: first.code, message: first.message });
  }
  if (errors.length > 0)
    throw new AppError("validation", `${errors.length} of the named rows can't be added.`, {
      errors: errors.slice(0, 100),
    });
}

function idMaker(scope: CatalogueScope, taken: Set<string>): (facts: ModelFacts) => string {
  return ({ model_name, hashrate_th }) => {
    if (scope === "private") return crypto.randomUUID();
    const id = sharedModelId(model_name, hashrate_th, taken);
    taken.add(id);
    return id;
  };
}
