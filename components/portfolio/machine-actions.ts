import type { z } from "zod";
import type { WrittenUserMiner } from "@/lib/machines/core/user-miners/schemas";
import type { Action, FormAction } from "../identity/form/form-state";

export type WrittenMachines = z.output<typeof WrittenUserMiner>;

export type MachineActions = {
  add: FormAction<WrittenMachines>;
  change: FormAction<WrittenMachines>;
  restore: Action<{ id: string; version: number }, WrittenMachines>;
  retire: Action<{ id: string; version: number }, WrittenMachines>;
};
