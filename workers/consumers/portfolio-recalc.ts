import { recalculatePortfolio } from "@/lib/calculator/use-cases/portfolio/recalculate-portfolio";
import { UserMinerAdded, UserMinerChanged, UserMinerRetired } from "@/lib/machines/events";
import { consume } from "@/lib/transport/consume";

/** Fifty changes of one portfolio that arrive together are one recalculation, of the machines that they changed. */
export const consumer = consume({
  group: "portfolio-recalc-group",
  events: [UserMinerAdded, UserMinerChanged, UserMinerRetired],
  useCase: recalculatePortfolio,
  input: (events) => ({
    user_id: events[0]?.user_id ?? "",
    up_to_version: Math.max(...events.map(({ aggregate_version }) => aggregate_version)),
    machine_ids: [...new Set(events.map(({ entity_id }) => entity_id))],
  }),
});
