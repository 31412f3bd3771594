import { z } from "zod";
import { query } from "@/lib/kernel/use-case";
import { keeperOf } from "@/lib/machines/index";
import { fleetFile } from "../../adapters/fleet-report/fleet-file";
import { fleetRowsThrough } from "../../data/fleet-results";
import { ExportFleet } from "../../schemas";
import { requireComputed } from "./find-upload";

/** What a list earns as a file: figures as they were computed. Throws `not_found`, and `conflict` before they are. */
export const exportFleet = query({
  name: "calculator.fleet.export",
  permission: "machines:read",
  input: ExportFleet,
  output: z.object({
    file_name: z.string(),
    content_type: z.string(),
    bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
  }),
  async run(ctx, { id, format, lang }) {
    const { fileName: listName, computed } = await requireComputed(ctx, id);
    const rows = await fleetRowsThrough(ctx, keeperOf(ctx), id);
    return fleetFile({ locale: lang ?? ctx.locale, madeAt: ctx.now().toISOString(), listName, computed, rows }, format);
  },
});
