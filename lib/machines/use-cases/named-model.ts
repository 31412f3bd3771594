import type { Ctx } from "@/lib/kernel/context";
import { fieldRefusal } from "@/lib/kernel/errors";
import type { MachineModel } from "../schemas";
import { catalogue } from "./catalogue";
import { findModel } from "./find-model";

type Named = { miner_model?: string | undefined; miner_model_id?: string | undefined };

/** The machine that is named, by its name or by its id; none where neither is given. Throws `validation` for an unknown one. */
export async function namedModel(ctx: Ctx, { miner_model: name, miner_model_id: id }: Named) {
  if (name !== undefined) return byName(ctx, name);
  return id === undefined ? undefined : byId(ctx, id);
}

async function byName(ctx: Ctx, name: string): Promise<MachineModel> {
  const found = await findModel(ctx, name);
  if (found.model) return found.model;
  const meant = found.suggestions.length > 0 ? ` Did you mean ${found.suggestions.join(" or ")}?` : "";
  throw unknown("miner_model", `There is no machine "${name}" in the catalogue.${meant}`);
}

async function byId(ctx: Ctx, id: string): Promise<MachineModel> {
  const model = (await catalogue(ctx)).find((one) => one.id === id);
  if (!model) throw unknown("miner_model_id", "The catalogue has no machine with this id.");
  return model;
}

const unknown = (path: string, message: string) => fieldRefusal("validation", path, "unknown_model", message);
