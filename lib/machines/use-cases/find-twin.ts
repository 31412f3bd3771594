import { query } from "@/lib/kernel/use-case";
import { makerSpeller } from "../core/administration/maker-name";
import { FindTwin, FoundTwin } from "../core/administration/schemas";
import { toTwin } from "../core/administration/to-twin";
import { twinsOf } from "../core/model-twins";
import { readVisibleModels } from "../data/machine-models";
import { requireKeeper } from "./editable-model";

/** Whether the catalogue has a machine already, for a form to say so before it is saved: the own row first. */
export const findTwin = query({
  name: "machines.model.twin",
  permission: "catalogue:write",
  input: FindTwin,
  output: FoundTwin,
  async run(ctx, { except, manufacturer, ...named }) {
    const target = requireKeeper(ctx);
    const models = (await readVisibleModels(ctx)).filter((model) => model.id !== except);
    const wanted = { ...named, manufacturer: makerSpeller(models)(manufacturer) };
    const isTarget = (model: { scope: string }) => model.scope === target;
    const [first, rest] = [models.filter(isTarget), models.filter((model) => !isTarget(model))];
    const twin = twinsOf(first).find(wanted) ?? twinsOf(rest).find(wanted);
    return { twin: twin ? toTwin(twin) : null };
  },
});
