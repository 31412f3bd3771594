import { isoDate, utcDateMs } from "@/lib/kernel/calendar";
import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { Checkpoint } from "../core/checkpoint";

type InUnit = { unit: UnitOfWork };

/** All checkpoints of a chain, by their numbers. */
export async function readCheckpoints(ctx: InUnit, chain: string): Promise<Checkpoint[]> {
  const rows = await (await tx(ctx)).auditCheckpoint.findMany({ where: { chain }, orderBy: { seq: "asc" } });
  return rows.map((row) => ({
    chain: row.chain,
    seq: Number(row.seq),
    hash: row.hash,
    day: isoDate(row.day.getTime()),
    signed_at: row.signedAt.toISOString(),
    public_key: row.publicKey,
    signature: row.signature,
  }));
}

/** Keeps a checkpoint; the same place signed at the same moment by another process is left as it is. */
export async function insertCheckpoint(ctx: InUnit, checkpoint: Checkpoint, tenantId: string | null): Promise<void> {
  await (await tx(ctx)).auditCheckpoint.createMany({
    data: {
      chain: checkpoint.chain,
      seq: checkpoint.seq,
      tenantId,
      hash: checkpoint.hash,
      day: new Date(utcDateMs(checkpoint.day)),
      signedAt: checkpoint.signed_at,
      publicKey: checkpoint.public_key,
      signature: checkpoint.signature,
    },
    skipDuplicates: true,
  });
}
