import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { hashpriceDays } from "../core/hashprice-days";
import type { DatedValue } from "../core/history";
import { listDays } from "../data/days";
import type { Charted } from "../schemas";
import { knownMiningDays } from "./known-mining-days";
import { miningHistoryRange } from "./mining-history";

/** All days of a charted series, oldest first. */
export async function chartedDays(ctx: Ctx, series: Charted): Promise<DatedValue[]> {
  if (series !== "hashprice") return inOwnUnit(ctx, `market.charted.${series}`, (own) => listDays(own, series, null));
  const range = await miningHistoryRange(ctx);
  if (!range) return [];
  const known = await knownMiningDays(ctx, range);
  return known.history ? hashpriceDays(known.history, known.provenance) : [];
}
