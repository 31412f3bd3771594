import type { QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { keeperOf, ownFleetImport } from "@/lib/machines/index";
import { ImportId } from "@/lib/machines/schemas";
import { findFleetResult, fleetRowsThrough } from "../../data/fleet-results";
import { type FleetComputed, FleetResultRows, FleetUpload } from "../../schemas";

/** A list that was sent, and what was computed of it. Throws `not_found`, also for somebody else's. */
export const findUpload = query({
  name: "calculator.fleet.find",
  permission: "machines:read",
  input: ImportId,
  output: FleetUpload,
  async run(ctx, { id }) {
    const list = await ownFleetImport(ctx, id);
    return { ...list, computed: (await findFleetResult(ctx, keeperOf(ctx), id)) ?? null };
  },
});

/** Every row of it with its figures, in the list's order. Throws `not_found`, and `conflict` before it is computed. */
export const listUploadRows = query({
  name: "calculator.fleet.rows",
  permission: "machines:read",
  input: ImportId,
  output: FleetResultRows,
  async run(ctx, { id }) {
    await requireComputed(ctx, id);
    return { rows: await fleetRowsThrough(ctx, keeperOf(ctx), id) };
  },
});

/** A list of whoever asks as it was computed. Throws as above. */
export async function requireComputed(
  ctx: QueryCtx,
  id: string,
): Promise<{ fileName: string; computed: FleetComputed }> {
  const { file_name: fileName } = await ownFleetImport(ctx, id);
  const computed = await findFleetResult(ctx, keeperOf(ctx), id);
  if (!computed) throw new AppError("conflict", "This list is not computed yet: see /api/work for how far it is.");
  return { fileName, computed };
}
