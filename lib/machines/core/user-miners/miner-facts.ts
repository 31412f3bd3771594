import type { UserMiner } from "./schemas";

/** What is known of machines, as the audit log keeps it and the events tell it. */
export const minerFacts = (miner: UserMiner) => ({
  miner_model_id: miner.miner_model_id,
  quantity: miner.quantity,
  electricity_cost: miner.electricity_cost,
  label: miner.label,
  site: miner.site,
  purchased_at: miner.purchased_at,
  cost_usd: miner.cost_usd,
});
