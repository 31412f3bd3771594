import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Ctx, UnitOfWork } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import type { Keeper } from "@/lib/machines/index";
import { cache } from "@/lib/platform/cache";
import { cacheKeys } from "@/lib/platform/cache/cache-keys";
import { tx } from "@/lib/platform/db";
import { FleetComputed, type FleetResultRow } from "../schemas";

type InUnit = { unit: UnitOfWork };

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Keeps what a list's machines earn, in place of what was kept of it. */
export async function storeFleetResult(
  ctx: InUnit,
  { tenantId, userId }: Keeper,
  { fileId, summary, rows }: { fileId: string; summary: FleetComputed; rows: readonly FleetResultRow[] },
): Promise<void> {
  // The least effort: a fifth larger, in a third of the time.
  const packed = new Uint8Array(await pack(JSON.stringify(rows), { level: 1 }));
  const kept = { summary, rows: packed, computedAt: new Date(summary.computed_at) };
  await (await tx(ctx)).fleetResult.upsert({
    where: { tenantId_userId_fileId: { tenantId, userId, fileId } },
    create: { tenantId, userId, fileId, ...kept },
    update: kept,
    select: { fileId: true },
  });
  ctx.unit.afterCommit(() => void cache().forget(cacheKeys.batchResult(tenantId, fileId)));
}

/** What was computed of a person's list, without its rows. */
export async function findFleetResult(ctx: InUnit, keeper: Keeper, fileId: string): Promise<FleetComputed | undefined> {
  const row = await (await tx(ctx)).fleetResult.findUnique({
    where: { tenantId_userId_fileId: { ...keeper, fileId } },
    select: { summary: true },
  });
  return row ? FleetComputed.parse(row.summary) : undefined;
}

/** Its rows, through the cache. Whether the list is theirs is asked before: the cache's key names the company alone. */
export const fleetRowsThrough = (ctx: Ctx, keeper: Keeper, fileId: string): Promise<FleetResultRow[]> =>
  cache().through(cacheKeys.batchResult(keeper.tenantId, fileId), () =>
    inOwnUnit(ctx, "calculator.fleet.rows", async (own) => {
      const where = { tenantId_userId_fileId: { ...keeper, fileId } };
      const row = await (await tx(own)).fleetResult.findUniqueOrThrow({ where, select: { rows: true } });
      return JSON.parse((await unpack(row.rows)).toString("utf8")) as FleetResultRow[];
    }),
  );
