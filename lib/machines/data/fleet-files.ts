import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { type FleetImport, FleetOutcome } from "../core/fleet/import-schemas";
import { FleetReading } from "../core/fleet/schemas";
import type { Keeper } from "../core/user-miners/portfolio";

type InUnit = { unit: UnitOfWork };

/** A list as it came, and how it is read. */
export type FleetFile = {
  id: string;
  originId: string;
  fileName: string;
  content: Uint8Array;
  reading: FleetReading;
  seesOwnModels: boolean;
};

export async function insertFleetFile(ctx: InUnit, keeper: Keeper, file: FleetFile, now: Date): Promise<void> {
  const data = { ...keeper, ...file, content: new Uint8Array(file.content), createdAt: now };
  await (await tx(ctx)).fleetFile.create({ data, select: { id: true } });
}

/** Forgets a person's lists but the newest `keep`, with what was computed of them. */
export async function dropOldFleetFiles(ctx: InUnit, keeper: Keeper, keep: number): Promise<void> {
  const db = await tx(ctx);
  const [last] = await db.fleetFile.findMany({
    where: keeper,
    orderBy: { id: "desc" },
    skip: keep,
    take: 1,
    select: { id: true },
  });
  if (last) await db.fleetFile.deleteMany({ where: { ...keeper, id: { lte: last.id } } });
}

/** A person's list with its content. */
export async function readFleetFile(ctx: InUnit, keeper: Keeper, id: string): Promise<FleetFile | undefined> {
  const row = await (await tx(ctx)).fleetFile.findUnique({
    where: { tenantId_userId_id: { ...keeper, id } },
    select: { id: true, originId: true, fileName: true, content: true, reading: true, seesOwnModels: true },
  });
  return row ? { ...row, reading: FleetReading.parse(row.reading) } : undefined;
}

/** A person's list without its content. */
export async function findFleetFile(ctx: InUnit, keeper: Keeper, id: string): Promise<FleetImport | undefined> {
  const row = await (await tx(ctx)).fleetFile.findUnique({
    where: { tenantId_userId_id: { ...keeper, id } },
    select: { id: true, fileName: true, createdAt: true, reading: true, kept: true },
  });
  if (!row) return undefined;
  return {
    id: row.id,
    file_name: row.fileName,
    created_at: row.createdAt.toISOString(),
    reading: FleetReading.parse(row.reading),
    kept: row.kept === null ? null : FleetOutcome.parse(row.kept),
  };
}

/** Who keeps the same list at the same time waits for whoever began: from here to the end of the transaction. */
export async function holdFleet(ctx: InUnit, originId: string): Promise<void> {
  await (await tx(ctx))
    .$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`fleet:${originId}`}, 7305514))::text`;
}

/** Notes what became the person's machines. */
export async function markKept(ctx: InUnit, keeper: Keeper, id: string, kept: FleetOutcome): Promise<void> {
  await (await tx(ctx)).fleetFile.update({
    where: { tenantId_userId_id: { ...keeper, id } },
    data: { kept },
    select: { id: true },
  });
}
