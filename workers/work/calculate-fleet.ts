import { calculateFleet } from "@/lib/calculator/use-cases/fleet/calculate-fleet";
import { FleetCalculation } from "@/lib/calculator/work";
import { paths } from "@/lib/paths";
import { longWork } from "@/lib/transport/long-work";

export const work = longWork(FleetCalculation, calculateFleet, {
  atOnce: 2,
  repeatable: "the result takes the place of the one before, and nothing else is written",
  tells: ({ file_id }) => ({ what: "list_computed", page: (locale) => paths.batchList(locale, file_id) }),
});
