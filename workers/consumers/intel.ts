import { PortfolioRecalculated } from "@/lib/calculator/events";
import { keepFleetDays } from "@/lib/intelligence/use-cases/keep-fleet-days";
import { UserMinerAdded, UserMinerChanged, UserMinerRestored, UserMinerRetired } from "@/lib/machines/events";
import { consume } from "@/lib/transport/consume";

/** What the intelligence layer begins from: each day's end of a fleet, and how often it changed. */
export const consumer = consume({
  group: "intel-group",
  events: [UserMinerAdded, UserMinerChanged, UserMinerRetired, UserMinerRestored, PortfolioRecalculated],
  useCase: keepFleetDays,
  input: (events) => ({
    user_id: events[0]?.user_id ?? "",
    events: events.map(({ occurred_at, aggregate_version: version, payload }) => ({
      ...{ occurred_at, version },
      totals: "machines" in payload ? payload : null,
    })),
  }),
});
