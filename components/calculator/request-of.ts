import type { CalculateInput } from "@/lib/calculator/schemas";
import type { Outcome } from "./compute-outcome";

/**
 * The request that asks the server for an outcome's joint paths: on exactly the market and the machine that the page
 * shows, so that nothing has to be looked up for it.
 */
export function requestOf({ input, facts }: NonNullable<Outcome["futures"]>): CalculateInput {
  const market = Object.entries(facts.market).flatMap(([name, { value }]) => (value === null ? [] : [[name, value]]));
  const machine = facts.model && { hashrate_th: facts.model.hashrate_th, power_w: facts.model.power_w };
  return { ...machine, ...input, algorithm: "advanced", market: Object.fromEntries(market) };
}
