import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { readFleetSheet } from "../../adapters/fleet-sheet";
import { type ReadFleet, readFleet } from "../../core/fleet/read-fleet";
import type { FleetFile } from "../../data/fleet-files";
import type { MachineModel } from "../../schemas";
import { catalogue } from "../catalogue";
import { ownFleetFile } from "./own-fleet-file";

export type OpenedFleet = ReadFleet & { file: FleetFile; models: readonly MachineModel[] };

/**
 * A list of whoever asks, or whose work this is, as it reads today. No transaction waits for the file: it is read in a
 * thread. Throws `not_found`, and what is wrong with the file as a whole.
 */
export async function openFleet(ctx: Ctx, id: string): Promise<OpenedFleet> {
  const file = await inOwnUnit(ctx, "machines.fleet.open", (own) => ownFleetFile(own, id));
  const rows = await readFleetSheet({ name: file.fileName, bytes: file.content });
  const models = await catalogue(file.seesOwnModels ? ctx : { ...ctx, tenantId: null });
  return { ...readFleet(rows, models, file.reading), file, models };
}
