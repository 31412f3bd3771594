import type { CommandCtx } from "@/lib/kernel/context";
import { command, query } from "@/lib/kernel/use-case";
import { AskedImport, FleetImport, ImportId, ImportMiners, readingOf } from "../../core/fleet/import-schemas";
import { FleetKeeping } from "../../work";
import { ownFleetImport } from "./own-fleet-file";
import { storeFleet } from "./store-fleet";

/** A list of machines, whose good rows a worker adds to the sender's portfolio. */
export const importMiners = command({
  name: "machines.import.ask",
  permission: "machines:write",
  input: ImportMiners,
  output: AskedImport,
  async run(ctx, { file, ...how }) {
    const stored = await storeFleet(ctx, file, readingOf(how));
    return { ...stored, work_id: asked(ctx, stored.id) };
  },
});

/** The good rows of a list that was looked at before become the sender's machines. Throws `not_found`. */
export const keepImport = command({
  name: "machines.import.keep",
  permission: "machines:write",
  input: ImportId,
  output: AskedImport,
  async run(ctx, { id }) {
    const { file_name, kept } = await ownFleetImport(ctx, id);
    ctx.audit({
      entity: "fleet_files",
      id,
      before: { kept: kept !== null },
      after: { file_name, asked_to_keep: true },
    });
    return { id, file_name, work_id: asked(ctx, undefined, id) };
  },
});

/** How a list fared. Throws `not_found`, also for somebody else's. */
export const findImport = query({
  name: "machines.import.find",
  permission: "machines:read",
  input: ImportId,
  output: FleetImport,
  run: (ctx, { id }) => ownFleetImport(ctx, id),
});

/** The work of a list that was just sent has its id. */
const asked = (ctx: CommandCtx, workId: string | undefined, fileId = workId ?? ""): string =>
  ctx.unit.enqueue(FleetKeeping, { file_id: fileId }, workId === undefined ? {} : { id: workId });
