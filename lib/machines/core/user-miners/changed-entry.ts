import type { z } from "zod";
import type { minerFacts } from "./miner-facts";
import type { ChangeUserMiner, UserMiner } from "./schemas";

type Changes = Omit<z.output<typeof ChangeUserMiner>, "id" | "version" | "miner_model" | "miner_model_id">;

const orAsBefore = <T>(sent: T | undefined, before: T): T => (sent === undefined ? before : sent);

/** What is known of machines after a change: what isn't sent stays as it was, `null` takes it away. */
export function changedEntry(
  before: UserMiner,
  changes: Changes,
  modelId: string | undefined,
): ReturnType<typeof minerFacts> {
  return {
    miner_model_id: modelId ?? before.miner_model_id,
    quantity: orAsBefore(changes.quantity, before.quantity),
    electricity_cost: orAsBefore(changes.electricity_cost, before.electricity_cost),
    label: orAsBefore(changes.label, before.label),
    site: orAsBefore(changes.site, before.site),
    purchased_at: orAsBefore(changes.purchased_at, before.purchased_at),
    cost_usd: orAsBefore(changes.cost_usd, before.cost_usd),
  };
}
