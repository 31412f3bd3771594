import type { CalculateInput } from "@/lib/calculator/schemas";
import type { Outcome } from "./compute-outcome";

/** The request that asks the server for an outcome's joint paths, on exactly the market that the page shows. */
export function requestOf({ input, facts }: NonNullable<Outcome["futures"]>): CalculateInput {
  const market = Object.entries(facts.market).flatMap(([name, { value }]) => (value === null ? [] : [[name, value]]));
  return { ...input, algorithm: "advanced", market: Object.fromEntries(market) };
}
