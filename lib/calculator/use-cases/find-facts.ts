import { isoDate } from "@/lib/kernel/calendar";
import type { QueryCtx } from "@/lib/kernel/context";
import { findModel } from "@/lib/machines/index";
import type { Facts } from "../core/facts";
import { modelToFind, unknownModel } from "../core/model-to-find";
import type { CalculateInput } from "../schemas";
import { findMarket } from "./find-market";

/** What a calculation can't know from its input. Throws `validation` where the catalogue doesn't know the machine. */
export async function findFacts(ctx: QueryCtx, input: CalculateInput): Promise<Facts> {
  const today = isoDate(ctx.now().getTime());
  const [model, market] = await Promise.all([findMachine(ctx, input), findMarket(ctx, input, today)]);
  return { model, market, today };
}

async function findMachine(ctx: QueryCtx, input: CalculateInput): Promise<Facts["model"]> {
  const name = modelToFind(input);
  if (name === null) return null;
  const found = await findModel(ctx, name);
  if (!found.model) throw unknownModel(name, found.suggestions);
  return found.model;
}
