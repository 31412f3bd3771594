import type { FieldError } from "@/lib/kernel/errors";
import { compact, normaliseName, splitBin } from "../model-name";
import type { ModelFacts } from "./schemas";

/** J/TH. The first ASIC took some 10,000; none is near one. Outside, a unit was mistaken: kW for W, PH/s for TH/s. */
export const PLAUSIBLE_EFFICIENCY = { min: 1, max: 20_000 } as const;

/** What is wrong with facts that are each valid for themselves. */
export function factsProblems(facts: Pick<ModelFacts, "model_name" | "hashrate_th" | "power_w">): FieldError[] {
  const problems: FieldError[] = [];
  const { name, binTh } = splitBin(facts.model_name);
  if (binTh !== null) {
    problems.push({
      path: "model_name",
      code: "holds_bin",
      message: `Write the name without its ${binTh} TH/s: that is the hashrate.`,
    });
  } else if (compact(normaliseName(name)) === "") {
    problems.push({ path: "model_name", code: "no_name", message: "This reads as no name." });
  }
  const efficiency = facts.power_w / facts.hashrate_th;
  if (efficiency < PLAUSIBLE_EFFICIENCY.min || efficiency > PLAUSIBLE_EFFICIENCY.max) {
    problems.push({
      path: "power_w",
      code: "implausible",
      message: `${Number(efficiency.toPrecision(3))} J/TH can't be: check the units of hashrate (TH/s) and power (W).`,
    });
  }
  return problems;
}
