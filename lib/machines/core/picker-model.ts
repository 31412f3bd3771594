import type { MachineModel, PickerModel } from "../schemas";

export const toPickerModel = (model: MachineModel): PickerModel => ({
  id: model.id,
  name: model.label,
  hashrate_th: model.hashrate_th,
  power_w: model.power_w,
  cooling: model.cooling,
  year: model.release_year,
  confidence: model.confidence,
  status: model.status,
  ...(model.retired_at === null ? {} : { retired: true }),
});
