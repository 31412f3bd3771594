import type { QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { type KeyRow, keyItem } from "../../core/api-keys/key-item";
import type { KeyItem } from "../../core/api-keys/schemas";
import { firstDay } from "../../core/api-keys/usage-report";
import { findKey, findMakers } from "../../data/api-keys";
import { callsByKey } from "../../data/api-usage";

/** Keys as lists show them: with who made them, and their calls of the last 30 days. */
export async function shownKeys(ctx: QueryCtx, rows: readonly KeyRow[]): Promise<KeyItem[]> {
  const now = ctx.now();
  const makers = await findMakers(
    ctx,
    rows.map(({ userId }) => userId),
  );
  const calls = await callsByKey(ctx, firstDay(now, 30));
  return rows.flatMap((row) => {
    const maker = makers.get(row.userId);
    return maker ? [keyItem(row, maker, calls.get(row.id) ?? 0, now)] : [];
  });
}

/** One key as it is now. Throws `not_found`. */
export async function shownKey(ctx: QueryCtx, id: string): Promise<KeyItem> {
  const [item] = await shownKeys(ctx, [await keyOf(ctx, id)]);
  if (!item) throw notFound(id);
  return item;
}

/** A key of this company. Throws `not_found`, also for another one's. */
export async function keyOf(ctx: QueryCtx, id: string): Promise<KeyRow> {
  const row = await findKey(ctx, id);
  if (!row) throw notFound(id);
  return row;
}

const notFound = (id: string) => new AppError("not_found", `There is no API key ${id}.`);
