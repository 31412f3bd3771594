import type { CommandCtx } from "@/lib/kernel/context";
import { command } from "@/lib/kernel/use-case";
import { rereadFleet, storeFleet } from "@/lib/machines/index";
import { AskedImport, readingOf } from "@/lib/machines/schemas";
import type { FleetDefaults } from "../../core/fleet/schemas";
import { ReadAgain, UploadFleet } from "../../schemas";
import { FleetCalculation } from "../../work";

/** A list of machines, which a worker reads and computes; nothing of it is kept but for a month. */
export const uploadFleet = command({
  name: "calculator.fleet.upload",
  permission: "machines:write",
  input: UploadFleet,
  output: AskedImport,
  async run(ctx, { file, defaults = {}, ...how }) {
    return asked(ctx, await storeFleet(ctx, file, readingOf(how)), defaults);
  },
});

/** The same list read otherwise: other columns, machines chosen for its names, other defaults. Throws `not_found`. */
export const readFleetAgain = command({
  name: "calculator.fleet.read-again",
  permission: "machines:write",
  input: ReadAgain,
  output: AskedImport,
  async run(ctx, { id, defaults = {}, ...how }) {
    return asked(ctx, await rereadFleet(ctx, id, readingOf(how)), defaults);
  },
});

/** The work has the list's id. */
function asked(ctx: CommandCtx, list: { id: string; file_name: string }, defaults: FleetDefaults) {
  const { id } = list;
  return { ...list, work_id: ctx.unit.enqueue(FleetCalculation, { file_id: id, defaults }, { id }) };
}
