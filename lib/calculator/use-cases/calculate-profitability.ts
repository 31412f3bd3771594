import { isoDate } from "@/lib/kernel/calendar";
import type { QueryCtx } from "@/lib/kernel/context";
import { query } from "@/lib/kernel/use-case";
import { findModel } from "@/lib/machines/index";
import { calculateInThread } from "../adapters/calculation-threads";
import { calculate } from "../core/calculate";
import type { Facts } from "../core/facts";
import { modelToFind, unknownModel } from "../core/model-to-find";
import { needsThread } from "../core/needs-thread";
import { CalculateInput, CalculateOutput } from "../schemas";
import { findMarket } from "./find-market";

/**
 * Does a machine pay, when, and how sure is that. With a complete market and a machine given by its numbers neither
 * the database nor the market is touched; many joint paths run in a thread, so that nobody else waits for them.
 */
export const calculateProfitability = query({
  name: "calculator.calculate",
  permission: "public",
  input: CalculateInput,
  output: CalculateOutput,
  async run(ctx, input) {
    const today = isoDate(ctx.now().getTime());
    const [model, market] = await Promise.all([findMachine(ctx, input), findMarket(ctx, input, today)]);
    const facts: Facts = { model, market, today };
    return needsThread(input) ? calculateInThread(input, facts) : calculate(input, facts);
  },
});

async function findMachine(ctx: QueryCtx, input: CalculateInput): Promise<Facts["model"]> {
  const name = modelToFind(input);
  if (name === null) return null;
  const found = await findModel(ctx, name);
  if (!found.model) throw unknownModel(name, found.suggestions);
  return found.model;
}
