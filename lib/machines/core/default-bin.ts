import type { MachineModel } from "../schemas";

/** The bin that a model's name means when it stands alone: the largest verified one, or the largest if none is verified. */
export function defaultBin(bins: readonly MachineModel[]): MachineModel | undefined {
  const verified = bins.filter((bin) => bin.confidence === "verified");
  return (verified.length > 0 ? verified : bins).toSorted((a, b) => b.hashrate_th - a.hashrate_th)[0];
}
