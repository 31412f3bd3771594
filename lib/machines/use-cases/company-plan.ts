import { companyOf, planOf } from "@/lib/identity/index";
import type { QueryCtx } from "@/lib/kernel/context";
import { countMachines } from "../data/portfolios";

/** How many machines the company's plan covers and how many are in use; null where there is no limit. */
export async function companyPlan(ctx: QueryCtx): Promise<{ name: string; limit: number; in_use: number } | null> {
  const { name, maxMiners } = await planOf(ctx);
  return maxMiners === null ? null : { name, limit: maxMiners, in_use: await countMachines(ctx, companyOf(ctx)) };
}
