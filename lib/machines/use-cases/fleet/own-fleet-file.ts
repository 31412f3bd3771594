import type { QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { FleetImport } from "../../core/fleet/import-schemas";
import { type FleetFile, findFleetFile, readFleetFile } from "../../data/fleet-files";
import { keeperOf } from "../keeper-of";

const NONE = "You have sent no such list, or it is older than a month.";

/** A list of whoever asks, with its content. Throws `not_found`, also for somebody else's. */
export async function ownFleetFile(ctx: QueryCtx, id: string): Promise<FleetFile> {
  const file = await readFleetFile(ctx, keeperOf(ctx), id);
  if (!file) throw new AppError("not_found", NONE);
  return file;
}

/** The same without its content. */
export async function ownFleetImport(ctx: QueryCtx, id: string): Promise<FleetImport> {
  const file = await findFleetFile(ctx, keeperOf(ctx), id);
  if (!file) throw new AppError("not_found", NONE);
  return file;
}
