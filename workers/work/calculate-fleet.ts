import { calculateFleet } from "@/lib/calculator/use-cases/fleet/calculate-fleet";
import { FleetCalculation } from "@/lib/calculator/work";
import { longWork } from "@/lib/transport/long-work";

export const work = longWork(FleetCalculation, calculateFleet, {
  atOnce: 2,
  repeatable: "the result takes the place of the one before, and nothing else is written",
});
