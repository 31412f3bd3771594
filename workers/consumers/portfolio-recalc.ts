import { askRecalculation } from "@/lib/calculator/use-cases/portfolio/ask-recalculation";
import { recalculatePortfolio } from "@/lib/calculator/use-cases/portfolio/recalculate-portfolio";
import {
  ModelChanged,
  UserMinerAdded,
  UserMinerChanged,
  UserMinerRestored,
  UserMinerRetired,
} from "@/lib/machines/events";
import { consume, together } from "@/lib/transport/consume";

const group = "portfolio-recalc-group";

/** Fifty changes of one portfolio that arrive together are one recalculation, of the machines that they changed. */
const machines = consume({
  group,
  events: [UserMinerAdded, UserMinerChanged, UserMinerRetired, UserMinerRestored],
  useCase: recalculatePortfolio,
  input: (events) => ({
    user_id: events[0]?.user_id ?? "",
    up_to_version: Math.max(...events.map(({ aggregate_version }) => aggregate_version)),
    machine_ids: [...new Set(events.map(({ entity_id }) => entity_id))],
  }),
});

/**
 * Other figures of a model concern everybody who keeps such machines: that is long work, asked for with the event. A new
 * model has no keepers yet, and a retired one keeps its figures.
 */
const models = consume({
  group,
  events: [ModelChanged],
  useCase: askRecalculation,
  input(events) {
    const isOther = events.some(
      ({ payload: { hashrate_th, power_w, previous } }) =>
        hashrate_th !== previous.hashrate_th || power_w !== previous.power_w,
    );
    return isOther ? { model_id: events[0]?.entity_id ?? "" } : null;
  },
});

export const consumer = together(machines, models);
