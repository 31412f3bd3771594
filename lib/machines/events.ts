import { z } from "zod";
import { event } from "@/lib/kernel/event";

/** What is known of a person's machines after the write; figures follow from the model (TH/s, W) by its id. */
const MinerFacts = z.strictObject({
  miner_model_id: z.string(),
  quantity: z.int(),
  electricity_cost: z.number().nullable(),
  label: z.string().nullable(),
  site: z.string().nullable(),
  purchased_at: z.iso.datetime().nullable(),
  cost_usd: z.number().nullable(),
});

// The aggregate is the person's portfolio; the entity is the row of machines.

export const UserMinerAdded = event({
  kind: "machines.user_miner.added.v1",
  schemaVersion: 1,
  topic: "events.miner",
  payload: MinerFacts,
});

export const UserMinerChanged = event({
  kind: "machines.user_miner.changed.v1",
  schemaVersion: 1,
  topic: "events.miner",
  payload: MinerFacts,
});

export const UserMinerRetired = event({
  kind: "machines.user_miner.retired.v1",
  schemaVersion: 1,
  topic: "events.miner",
  payload: MinerFacts,
});
