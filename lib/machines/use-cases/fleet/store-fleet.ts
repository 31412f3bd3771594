import { createHash } from "node:crypto";
import type { CommandCtx } from "@/lib/kernel/context";
import type { SentFile } from "@/lib/kernel/file-field";
import { newOrderedId } from "@/lib/kernel/ids";
import { checkFleetFile } from "../../adapters/fleet-sheet";
import type { FleetReading } from "../../core/fleet/schemas";
import { dropOldFleetFiles, type FleetFile, insertFleetFile } from "../../data/fleet-files";
import { keeperOf } from "../keeper-of";
import { ownFleetFile } from "./own-fleet-file";

const MOST_LISTS = 50;

/** Keeps a list that somebody sent, for work that reads it. Throws `bad_request` for a file that can be none. */
export async function storeFleet(
  ctx: CommandCtx,
  file: SentFile,
  reading: FleetReading,
): Promise<{ id: string; file_name: string }> {
  const fileName = checkFleetFile(file);
  const id = newOrderedId(ctx.now().getTime());
  const stored = { id, originId: id, fileName, content: file.bytes, reading, seesOwnModels: seesOwnModels(ctx) };
  await keep(ctx, stored);
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  ctx.audit({ entity: "fleet_files", id, after: { file_name: fileName, bytes: file.bytes.length, sha256 } });
  return { id, file_name: fileName };
}

/** Another reading of a list that is there: what was kept of the first is not kept again by the second. */
export async function rereadFleet(
  ctx: CommandCtx,
  from: string,
  reading: FleetReading,
): Promise<{ id: string; file_name: string }> {
  const before = await ownFleetFile(ctx, from);
  const id = newOrderedId(ctx.now().getTime());
  await keep(ctx, { ...before, id, reading, seesOwnModels: seesOwnModels(ctx) });
  ctx.audit({ entity: "fleet_files", id, after: { file_name: before.fileName, read_again: from } });
  return { id, file_name: before.fileName };
}

/** A list has up to ten megabytes: of each person the last ones stay. */
async function keep(ctx: CommandCtx, file: FleetFile): Promise<void> {
  const keeper = keeperOf(ctx);
  await insertFleetFile(ctx, keeper, file, ctx.now());
  await dropOldFleetFiles(ctx, keeper, MOST_LISTS);
}

/** The work reads it as the system, which sees more than a client does. */
const seesOwnModels = ({ actor }: CommandCtx): boolean => !actor.ownOnly && actor.can("catalogue:read");
