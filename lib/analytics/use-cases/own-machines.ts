import type { QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { keeperOf, listUserMinerRows } from "@/lib/machines/index";
import type { UserMiner } from "@/lib/machines/schemas";

const AT_ONCE = 1_000;

/** A row of machines whose model is seen, so that its figures are known. */
export type OwnMachines = UserMiner & { hashrate_th: number; power_w: number };

/** All machines of whoever asks, the last added first. Throws `forbidden` where they can't be read. */
export async function ownMachines(ctx: QueryCtx): Promise<OwnMachines[]> {
  // A key may be given analytics without machines.
  if (!ctx.actor.can("machines:read"))
    throw new AppError("forbidden", "Your own machines need the permission machines:read: give machines here.");
  const found: OwnMachines[] = [];
  let cursor: string | undefined;
  do {
    const rows: UserMiner[] = await listUserMinerRows(ctx, keeperOf(ctx), { limit: AT_ONCE, cursor });
    // A model that its company withdrew from sight has no figures.
    for (const { hashrate_th, power_w, ...row } of rows)
      if (hashrate_th !== null && power_w !== null) found.push({ ...row, hashrate_th, power_w });
    cursor = rows.length < AT_ONCE ? undefined : rows.at(-1)?.id;
  } while (cursor !== undefined);
  return found;
}
