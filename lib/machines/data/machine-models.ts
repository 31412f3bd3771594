import type { UnitOfWork } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { tx } from "@/lib/platform/db";
import type { MachineModel } from "../schemas";
import { factColumns, type StoredModel, toModel, toStored } from "./model-row";

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

/** Adds rows to the shared catalogue or to a company's. Those whose name is taken are left out; gives the ids added. */
export async function insertModels(
  ctx: InUnit,
  models: readonly MachineModel[],
  tenantId: string | null = null,
): Promise<Set<string>> {
  if (models.length === 0) return new Set();
  const data = models.map((model) => ({ id: model.id, tenantId, ...factColumns(model) }));
  const added = await (await tx(ctx)).minerModel.createManyAndReturn({
    data,
    skipDuplicates: true,
    select: { id: true },
  });
  return new Set(added.map(({ id }) => id));
}

/** Corrects a shared row. */
export async function updateModel(ctx: InUnit, model: MachineModel): Promise<void> {
  await (await tx(ctx)).minerModel.update({
    where: { id: model.id },
    data: { ...factColumns(model), version: { increment: 1 } },
    select: { id: true },
  });
}

type Change = { id: string; version: number; facts?: MachineModel; retiredAt?: Date | null };

/** Changes a row of a version. Throws `precondition_failed` where it has another by now, `conflict` on a taken name. */
export async function changeModel(ctx: InUnit, { id, version, facts, retiredAt }: Change): Promise<StoredModel> {
  const db = await tx(ctx);
  const { count } = await db.minerModel
    .updateMany({
      where: { id, version },
      data: {
        ...(facts ? factColumns(facts) : {}),
        ...(retiredAt === undefined ? {} : { retiredAt }),
        version: { increment: 1 },
      },
    })
    .catch((error: unknown) => {
      throw isTaken(error) ? nameTaken(error) : error;
    });
  if (count === 0) throw changedMeanwhile();
  return toStored(await db.minerModel.findUniqueOrThrow({ where: { id } }));
}

const isTaken = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "P2002";

export const nameTaken = (cause?: unknown): AppError =>
  new AppError("conflict", "Somebody has just added this machine: look at it first.", {}, { cause });

export const changedMeanwhile = (): AppError =>
  new AppError("precondition_failed", "Somebody has changed this machine since you read it: read it again.");
