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

/** Retired ones that count again. */
export const UserMinerRestored = event({
  kind: "machines.user_miner.restored.v1",
  schemaVersion: 1,
  topic: "events.miner",
  payload: MinerFacts,
});

/** What is known of a machine of the catalogue after the write. */
const ModelFacts = z.strictObject({
  model_name: z.string(),
  manufacturer: z.string(),
  hashrate_th: z.number(),
  power_w: z.number(),
  release_year: z.int(),
  cooling: z.string(),
  status: z.string(),
  retired_at: z.iso.datetime().nullable(),
});

// The aggregate is the model. It is of no company where it is in the shared catalogue.

export const ModelAdded = event({
  kind: "machines.model.added.v1",
  schemaVersion: 1,
  topic: "events.miner",
  payload: ModelFacts,
});

/** Other facts; `previous` are the figures that those who keep such machines were computed with. */
export const ModelChanged = event({
  kind: "machines.model.changed.v1",
  schemaVersion: 1,
  topic: "events.miner",
  payload: ModelFacts.extend({ previous: z.strictObject({ hashrate_th: z.number(), power_w: z.number() }) }),
});

/** No longer offered; who keeps such machines goes on with them. */
export const ModelRetired = event({
  kind: "machines.model.retired.v1",
  schemaVersion: 1,
  topic: "events.miner",
  payload: ModelFacts,
});

/** Offered again. */
export const ModelRestored = event({
  kind: "machines.model.restored.v1",
  schemaVersion: 1,
  topic: "events.miner",
  payload: ModelFacts,
});
