import type { MachineModel } from "../../schemas";
import { compact, normaliseName } from "../model-name";

/** One spelling a maker: `"比特大陆"` and `"bitmain"` become `"Bitmain"`, where the catalogue has it. */
export function makerSpeller(models: readonly MachineModel[]): (written: string) => string {
  const known = new Map<string, string>();
  for (const { manufacturer } of models) {
    const key = compact(normaliseName(manufacturer));
    if (!known.has(key)) known.set(key, manufacturer);
  }
  return (written) => known.get(compact(normaliseName(written))) ?? written;
}
