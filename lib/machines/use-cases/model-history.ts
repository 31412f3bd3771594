import { query } from "@/lib/kernel/use-case";
import { historyOf } from "../core/administration/history-of";
import { ModelHistory, ModelId } from "../core/administration/schemas";
import { readModelEntries } from "../data/model-history";
import { editableModel } from "./editable-model";

/** Who changed what of a machine, for those who may change it: read from the audit log. */
export const modelHistory = query({
  name: "machines.model.history",
  permission: "catalogue:write",
  input: ModelId,
  output: ModelHistory,
  async run(ctx, { id }) {
    await editableModel(ctx, id);
    return { items: historyOf(await readModelEntries(ctx, id, ctx.tenantId)) };
  },
});
