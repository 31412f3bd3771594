import type { MachineModel } from "../../schemas";
import type { Twin } from "./schemas";

export const toTwin = ({ id, label, scope, retired_at }: MachineModel): Twin => ({
  id,
  label,
  scope,
  retired: retired_at !== null,
});
