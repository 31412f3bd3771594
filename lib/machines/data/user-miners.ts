import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { ask } from "@/lib/platform/unit-of-work";
import type { UserMiner as Row } from "@/prisma/generated/client";
import type { Keeper } from "../core/user-miners/portfolio";
import type { UserMiner } from "../core/user-miners/schemas";
import type { MachineModel } from "../schemas";
import { readModels } from "./machine-models";

type InUnit = { unit: UnitOfWork };

/** What is entered of machines; times as ISO text. */
export type MinerEntry = Pick<
  UserMiner,
  "miner_model_id" | "quantity" | "electricity_cost" | "label" | "site" | "purchased_at" | "cost_usd"
>;

export async function insertUserMiner(
  ctx: InUnit,
  { tenantId, userId }: Keeper,
  miner: { id: string; entry: MinerEntry; model: MachineModel; now: Date },
): Promise<UserMiner> {
  const { id, entry, model, now } = miner;
  const row = await (await tx(ctx)).userMiner.create({
    data: { tenantId, userId, id, ...columnsOf(entry), createdAt: now, updatedAt: now },
  });
  return minerOf(row, model);
}

/** Rows of machines at once, of models that their company sees; all or none. One statement: thousands take a second. */
export async function insertUserMiners(
  ctx: InUnit,
  { tenantId, userId }: Keeper,
  miners: readonly { id: string; entry: MinerEntry }[],
  now: Date,
): Promise<void> {
  await ask(ctx, {
    name: "user-miners-insert",
    text: `insert into user_miners (tenant_id, user_id, id, miner_model_id, quantity, electricity_usd_per_kwh, label, site,
        purchased_at, cost_usd, created_at, updated_at)
      select $1, $2, row.*, $4, $4
      from jsonb_to_recordset($3) as row (id uuid, miner_model_id text, quantity int, electricity_cost numeric, label text,
        site text, purchased_at timestamptz, cost_usd numeric)`,
    values: [tenantId, userId, JSON.stringify(miners.map(({ id, entry }) => ({ id, ...entry }))), now],
  });
}

/** How many rows of a person were retired. */
export const countRetired = async (ctx: InUnit, keeper: Keeper): Promise<number> =>
  (await tx(ctx)).userMiner.count({ where: { ...keeper, retiredAt: { not: null } } });

/** Those of these ids that are a person's rows, retired ones too. */
export async function knownMinerIds(ctx: InUnit, keeper: Keeper, ids: readonly string[]): Promise<Set<string>> {
  const rows = await (await tx(ctx)).userMiner.findMany({
    where: { ...keeper, id: { in: [...ids] } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Writes what is known of machines now, and gives the row its next version. `retiredAt`: they count no more; null: again. */
export async function updateUserMiner(
  ctx: InUnit,
  keeper: Keeper,
  change: { id: string; entry?: MinerEntry; retiredAt?: Date | null; now: Date },
): Promise<UserMiner> {
  const { id, entry, retiredAt, now } = change;
  const row = await (await tx(ctx)).userMiner.update({
    where: { tenantId_userId_id: { ...keeper, id } },
    data: {
      ...(entry ? columnsOf(entry) : {}),
      ...(retiredAt === undefined ? {} : { retiredAt }),
      version: { increment: 1 },
      updatedAt: now,
    },
  });
  return toUserMiner(ctx, row);
}

/** One of a person's rows, retired or not. */
export async function findUserMiner(ctx: InUnit, keeper: Keeper, id: string): Promise<UserMiner | undefined> {
  const row = await (await tx(ctx)).userMiner.findUnique({ where: { tenantId_userId_id: { ...keeper, id } } });
  return row ? toUserMiner(ctx, row) : undefined;
}

/** A person's machines that count, the last added first; after the row with this id. */
export async function listUserMinerRows(
  ctx: InUnit,
  keeper: Keeper,
  { limit, cursor }: { limit: number; cursor: string | undefined },
): Promise<UserMiner[]> {
  const rows = await (await tx(ctx)).userMiner.findMany({
    where: { ...keeper, retiredAt: null, ...(cursor === undefined ? {} : { id: { lt: cursor } }) },
    orderBy: { id: "desc" },
    take: limit,
  });
  return withModels(ctx, rows);
}

/** Which of these people keep machines of a model, and which rows those are; the unit is the system's, in the company. */
export async function listMachinesOfModel(
  ctx: InUnit,
  { tenantId, modelId, userIds }: { tenantId: string; modelId: string; userIds: readonly string[] },
): Promise<Map<string, string[]>> {
  const rows = await (await tx(ctx)).userMiner.findMany({
    where: { tenantId, userId: { in: [...userIds] }, minerModelId: modelId, retiredAt: null },
    select: { userId: true, id: true },
  });
  const byPerson = Map.groupBy(rows, ({ userId }) => userId);
  return new Map([...byPerson].map(([userId, theirs]) => [userId, theirs.map(({ id }) => id)]));
}

/** Those of a person's rows that are named, retired ones too. */
export async function readUserMiners(ctx: InUnit, keeper: Keeper, ids: readonly string[]): Promise<UserMiner[]> {
  return withModels(ctx, await (await tx(ctx)).userMiner.findMany({ where: { ...keeper, id: { in: [...ids] } } }));
}

const columnsOf = (entry: MinerEntry) => ({
  minerModelId: entry.miner_model_id,
  quantity: entry.quantity,
  electricityUsdPerKwh: entry.electricity_cost,
  label: entry.label,
  site: entry.site,
  purchasedAt: entry.purchased_at === null ? null : new Date(entry.purchased_at),
  costUsd: entry.cost_usd,
});

async function toUserMiner(ctx: InUnit, row: Row): Promise<UserMiner> {
  const [miner] = await withModels(ctx, [row]);
  if (!miner) throw new Error("a row became none");
  return miner;
}

/** Rows with their models, as far as whoever asks may see these. */
async function withModels(ctx: InUnit, rows: readonly Row[]): Promise<UserMiner[]> {
  const models = await readModels(ctx, [...new Set(rows.map(({ minerModelId }) => minerModelId))]);
  const byId = new Map(models.map((model) => [model.id, model]));
  return rows.map((row) => minerOf(row, byId.get(row.minerModelId)));
}

const minerOf = (row: Row, model: MachineModel | undefined): UserMiner => ({
  id: row.id,
  version: row.version,
  miner_model_id: row.minerModelId,
  miner_model: model?.label ?? row.minerModelId,
  quantity: row.quantity,
  hashrate_th: model?.hashrate_th ?? null,
  power_w: model?.power_w ?? null,
  electricity_cost: row.electricityUsdPerKwh?.toNumber() ?? null,
  label: row.label,
  site: row.site,
  purchased_at: row.purchasedAt?.toISOString() ?? null,
  cost_usd: row.costUsd?.toNumber() ?? null,
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
  retired_at: row.retiredAt?.toISOString() ?? null,
});
