import { ask } from "@/lib/platform/unit-of-work";
import type { Consumer } from "@/lib/transport/consume";
import { EFFECT } from "./effects";

/** A batching consumer whose effect is a row an event, in one statement a batch. */
export const recorder = (group: string): Consumer => ({
  group,
  topics: ["events.miner"],
  per: "company",
  async take(unit, events) {
    await ask(
      { unit },
      {
        name: "bench-effect",
        text: EFFECT,
        values: [
          group,
          events.map(({ event_id }) => event_id),
          events.map(({ aggregate_key }) => aggregate_key),
          events.map(({ aggregate_version }) => aggregate_version),
        ],
      },
    );
  },
});
