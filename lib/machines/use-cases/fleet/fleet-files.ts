import { z } from "zod";
import { NoInput, query } from "@/lib/kernel/use-case";
import { fleetErrorFile } from "../../adapters/fleet-errors";
import { fleetTemplate } from "../../adapters/fleet-template";
import { fleetFormat } from "../../core/fleet/format";
import { ErrorsInput, FormatOutput } from "../../core/fleet/import-schemas";
import { TemplateInput } from "../../core/import/schemas";
import { openFleet } from "./open-fleet";

const FileOutput = z.object({
  file_name: z.string(),
  content_type: z.string(),
  bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
});

/** The list of a fleet to fill in, with examples and notes. */
export const getFleetTemplate = query({
  name: "machines.fleet.template",
  permission: "public",
  input: TemplateInput,
  output: FileOutput,
  run: (ctx, { format, lang }) => fleetTemplate(format, lang ?? ctx.locale),
});

/** How a list is read. */
export const describeFleetFormat = query({
  name: "machines.fleet.format",
  permission: "machines:read",
  input: NoInput,
  output: FormatOutput,
  run: () => fleetFormat(),
});

/** What is wrong with a list, cell by cell, as CSV. Throws `not_found`, also for somebody else's. */
export const listFleetErrors = query({
  name: "machines.fleet.errors",
  permission: "machines:read",
  input: ErrorsInput,
  output: FileOutput,
  async run(ctx, { id, lang }) {
    const { rows, summary } = await openFleet(ctx, id);
    return fleetErrorFile(rows, summary.columns, lang ?? ctx.locale);
  },
});
