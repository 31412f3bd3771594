import { randomUUID } from "node:crypto";
import { query } from "../../sql";
import type { Resource } from "./resource";

export const model: Resource = {
  owner: "owner",
  table: "miner_models",
  column: "id",
  async make(tenant) {
    const id = randomUUID();
    await query(
      `insert into miner_models (id, tenant_id, model_name, manufacturer, hashrate_th, power_w, efficiency, release_year, cooling, source,
         source_count, confidence, status, created_at, updated_at)
       values ($1, $2, $3, 'Nobody', 100, 2000, 20, 2024, 'air', 'operator', 0, 'probable', 'shipped', now(), now())`,
      [id, tenant.id, `Private ${id.slice(0, 8)}`],
    );
    return id;
  },
  body: { release_year: 2025 },
};
export const miner: Resource = {
  owner: "owner",
  table: "user_miners",
  column: "id",
  async make(tenant) {
    const id = randomUUID();
    const keeper = [tenant.id, tenant.members.owner.userId];
    const modelId = await model.make(tenant);
    await query("insert into portfolios values ($1, $2, 1) on conflict do nothing", keeper);
    await query(
      `insert into user_miners (tenant_id, user_id, id, miner_model_id, quantity, created_at, updated_at)
       values ($1, $2, $3, $4, 10, now(), now())`,
      [...keeper, id, modelId],
    );
    return id;
  },
  body: { quantity: 1_000 },
};
/** Machines that were retired, which alone can be taken back. */
export const retiredMiner: Resource = {
  ...miner,
  async make(tenant) {
    const id = await miner.make(tenant);
    await query("update user_miners set retired_at = now() where id = $1", [id]);
    return id;
  },
};
/** A list of machines that somebody sent. */
export const fleet: Resource = {
  owner: "owner",
  table: "fleet_files",
  column: "id",
  async make(tenant) {
    const id = randomUUID();
    await query(
      `insert into fleet_files (tenant_id, user_id, id, origin_id, file_name, content, reading, sees_own_models, created_at)
       values ($1, $2, $3, $3, 'theirs.csv', 'Model', '{"mapping": {}, "models": {}}', true, now())`,
      [tenant.id, tenant.members.owner.userId, id],
    );
    return id;
  },
};
