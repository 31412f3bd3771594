import type { QueryCtx } from "@/lib/kernel/context";
import { findPlanOf } from "../../data/plans";
import { companyOf } from "./here";

/** What the company has paid for. `maxMiners` null: any number of machines. */
export type Plan = { planType: string; name: string; maxMiners: number | null };

/** The plan of the company that is worked in. Throws `forbidden` outside of one. */
export async function planOf(ctx: QueryCtx): Promise<Plan> {
  const plan = await findPlanOf(ctx, companyOf(ctx));
  if (!plan) throw new Error("a company without a plan");
  return plan;
}
