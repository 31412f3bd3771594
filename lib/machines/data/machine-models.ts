import type { QueryCtx } from "@/lib/kernel/context";
import type { MachineModel } from "../schemas";

export async function allModels(_ctx: QueryCtx): Promise<readonly MachineModel[]> {
  return [];
}
