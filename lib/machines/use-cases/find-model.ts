import type { Ctx } from "@/lib/kernel/context";
import { type Resolution, resolveModel } from "../core/resolve-model";
import { catalogue } from "./catalogue";

/**
 * The machine that a written name means (`resolveModel` says how names are read), from the table through its cache.
 * An unknown name is not an error here: the answer then carries up to three suggestions, and the caller says which field.
 */
export async function findModel(ctx: Ctx, name: string): Promise<Resolution> {
  return resolveModel(await catalogue(ctx), name);
}
