import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { LastSnapshot } from "../core/compose-market";
import type { Point } from "../core/thin";
import type { MarketSnapshot } from "../schemas";

type InUnit = { unit: UnitOfWork };

const FIGURES = {
  recordedAt: true,
  btcPrice: true,
  difficulty: true,
  hashrate: true,
  blockHeight: true,
  feesSatsPerBlock: true,
} as const;

const fromRow = ({
  hashrate,
  ...row
}: Omit<LastSnapshot, "networkHashrateEhs"> & { hashrate: number }): LastSnapshot => ({
  ...row,
  networkHashrateEhs: hashrate,
});

export async function lastSnapshot(ctx: InUnit): Promise<LastSnapshot | null> {
  const db = await tx(ctx);
  const row = await db.networkSnapshot.findFirst({ select: FIGURES, orderBy: { recordedAt: "desc" } });
  return row && fromRow(row);
}

/** Oldest first. */
export async function listSnapshots(ctx: InUnit, since: Date): Promise<LastSnapshot[]> {
  const db = await tx(ctx);
  const rows = await db.networkSnapshot.findMany({
    where: { recordedAt: { gte: since } },
    select: FIGURES,
    orderBy: { recordedAt: "asc" },
  });
  return rows.map(fromRow);
}

export async function insertSnapshot(ctx: InUnit, market: MarketSnapshot, recordedAt: Date): Promise<void> {
  const db = await tx(ctx);
  const of = ({ source, state }: { source: string; state: string }) => ({ source, state });
  await db.networkSnapshot.create({
    data: {
      recordedAt,
      btcPrice: market.btc_price.value,
      difficulty: market.difficulty.value,
      hashrate: market.network_hashrate_ehs.value,
      blockHeight: market.block_height.value,
      feesSatsPerBlock: market.fees_sats_per_block.value,
      sources: {
        btc_price: of(market.btc_price),
        difficulty: of(market.difficulty),
        network_hashrate_ehs: of(market.network_hashrate_ehs),
        block_height: of(market.block_height),
        fees_sats_per_block: of(market.fees_sats_per_block),
      },
    },
  });
}

/** The times of all points, or of those since a moment. */
export async function snapshotPoints(ctx: InUnit, since?: Date): Promise<Point[]> {
  const db = await tx(ctx);
  return db.networkSnapshot.findMany({
    ...(since ? { where: { recordedAt: { gte: since } } } : {}),
    select: { id: true, recordedAt: true },
  });
}

export async function dropSnapshots(ctx: InUnit, ids: readonly bigint[]): Promise<number> {
  if (ids.length === 0) return 0;
  const db = await tx(ctx);
  return (await db.networkSnapshot.deleteMany({ where: { id: { in: [...ids] } } })).count;
}
