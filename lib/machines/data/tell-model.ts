import type { TellingCtx } from "@/lib/kernel/context";
import type { ModelAdded, ModelChanged } from "../events";
import type { MachineModel } from "../schemas";

/** A model's row after a write, which has raised its `eventVersion`. */
type ToldModel = { tenantId: string | null; eventVersion: number; model: MachineModel };

/** Tells of a model that was added, retired or is offered again. */
export function tellModel({ emit }: TellingCtx, type: typeof ModelAdded, told: ToldModel): void {
  emit(type, { ...placeOf(told), payload: factsOf(told.model) });
}

/** Tells of a model whose facts are others than `before`. */
export function tellChange(
  { emit }: TellingCtx,
  type: typeof ModelChanged,
  { before, ...told }: ToldModel & { before: MachineModel },
): void {
  const previous = { hashrate_th: before.hashrate_th, power_w: before.power_w };
  emit(type, { ...placeOf(told), payload: { ...factsOf(told.model), previous } });
}

const placeOf = ({ tenantId, eventVersion: version, model: { id } }: ToldModel) => ({
  ...{ entityId: id, key: `model:${id}`, version, tenantId },
  userId: null,
});

const factsOf = ({ model_name, manufacturer, hashrate_th, power_w, release_year, ...model }: MachineModel) => ({
  ...{ model_name, manufacturer, hashrate_th, power_w, release_year },
  cooling: model.cooling,
  status: model.status,
  retired_at: model.retired_at,
});
