import type { TellingCtx, UnitOfWork } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { tx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";
import { ModelAdded, ModelChanged, ModelRestored, ModelRetired } from "../events";
import type { MachineModel } from "../schemas";
import { factColumns, type StoredModel, toModel, toStored } from "./model-row";
import { tellChange, tellModel } from "./tell-model";

type InUnit = { unit: UnitOfWork };

/** The shared catalogue, retired rows included. */
export async function readSharedModels(ctx: InUnit): Promise<MachineModel[]> {
  return (await (await tx(ctx)).minerModel.findMany({ where: { tenantId: null }, orderBy: { id: "asc" } })).map(
    toModel,
  );
}

/** A company's own rows, retired ones included; none where the unit of work may not see them. */
export async function readOwnModels(ctx: InUnit, tenantId: string): Promise<MachineModel[]> {
  return (await (await tx(ctx)).minerModel.findMany({ where: { tenantId }, orderBy: { id: "asc" } })).map(toModel);
}

/** Everything that the unit of work sees, shared and own. */
export async function readVisibleModels(ctx: InUnit): Promise<StoredModel[]> {
  return (await (await tx(ctx)).minerModel.findMany({ orderBy: { id: "asc" } })).map(toStored);
}

export async function readModel(ctx: InUnit, id: string): Promise<StoredModel | undefined> {
  const row = await (await tx(ctx)).minerModel.findUnique({ where: { id } });
  return row ? toStored(row) : undefined;
}

/** Those that are named, as far as the unit of work sees them; retired ones too. */
export async function readModels(ctx: InUnit, ids: readonly string[]): Promise<MachineModel[]> {
  if (ids.length === 0) return [];
  return (await (await tx(ctx)).minerModel.findMany({ where: { id: { in: [...ids] } } })).map(toModel);
}

/**
 * Adds rows to the shared catalogue or to a company's, and tells of each. Those whose name is taken are left out; gives
 * the ids added.
 */
export async function insertModels(
  ctx: TellingCtx,
  models: readonly MachineModel[],
  tenantId: string | null = null,
): Promise<Set<string>> {
  if (models.length === 0) return new Set();
  const data = models.map((model) => ({ id: model.id, tenantId, eventVersion: 1, ...factColumns(model) }));
  const added = await (await tx(ctx)).minerModel.createManyAndReturn({
    data,
    skipDuplicates: true,
    select: { id: true },
  });
  const ids = new Set(added.map(({ id }) => id));
  for (const model of models) if (ids.has(model.id)) tellModel(ctx, ModelAdded, { tenantId, eventVersion: 1, model });
  return ids;
}

const RAISED = { version: { increment: 1 }, eventVersion: { increment: 1 } } as const;

type Correction = { before: MachineModel; after: MachineModel };

/** Corrects a shared row, and tells of it. */
export async function updateModel(ctx: TellingCtx, { before, after }: Correction): Promise<void> {
  const { eventVersion } = await (await tx(ctx)).minerModel.update({
    where: { id: after.id },
    data: { ...factColumns(after), ...RAISED },
    select: { eventVersion: true },
  });
  tellChange(ctx, ModelChanged, { tenantId: null, eventVersion, model: after, before });
}

type Row = { id: string; version: number };

/** Changes the facts of a row of this version, and tells of it. Throws as `changed` does. */
export async function changeModel(ctx: TellingCtx, row: Row, { before, after }: Correction): Promise<StoredModel> {
  const told = await changed(ctx, row, factColumns(after));
  tellChange(ctx, ModelChanged, { ...told, before });
  return told.model;
}

/** Retires a row of this version, or offers it again, and tells of it. Throws as `changed` does. */
export async function setRetired(ctx: TellingCtx, row: Row, retiredAt: Date | null): Promise<StoredModel> {
  const told = await changed(ctx, row, { retiredAt });
  tellModel(ctx, retiredAt ? ModelRetired : ModelRestored, told);
  return told.model;
}

/** Throws `precondition_failed` where the row has another version by now, `conflict` on a taken name. */
async function changed(ctx: TellingCtx, where: Row, data: Prisma.MinerModelUpdateManyMutationInput) {
  const [row] = await (await tx(ctx)).minerModel
    .updateManyAndReturn({ where, data: { ...data, ...RAISED } })
    .catch((error: unknown) => {
      throw isTaken(error) ? nameTaken(error) : error;
    });
  if (!row) throw changedMeanwhile();
  return { tenantId: row.tenantId, eventVersion: row.eventVersion, model: toStored(row) };
}

const isTaken = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "P2002";

export const nameTaken = (cause?: unknown): AppError =>
  new AppError("conflict", "Somebody has just added this machine: look at it first.", {}, { cause });

export const changedMeanwhile = (): AppError =>
  new AppError("precondition_failed", "Somebody has changed this machine since you read it: read it again.");
