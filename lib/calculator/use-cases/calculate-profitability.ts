import { query } from "@/lib/kernel/use-case";
import { calculateInThread } from "../adapters/calculation-threads";
import { calculate } from "../core/calculate";
import { needsThread } from "../core/needs-thread";
import { CalculateInput, CalculateOutput } from "../schemas";
import { findFacts } from "./find-facts";

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
    const facts = await findFacts(ctx, input);
    return needsThread(input) ? calculateInThread(input, facts) : calculate(input, facts);
  },
});
