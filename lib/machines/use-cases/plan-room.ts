import { companyOf, planOf } from "@/lib/identity/index";
import type { QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { paths } from "@/lib/paths";
import { countMachines, holdPlan } from "../data/portfolios";

/**
 * Throws `plan_limit` where the company's plan has no room for `added` more machines, counted over all of its people.
 * Holds to the end of the transaction: of two who take the last places at once, one is refused.
 */
export async function requirePlanRoom(ctx: QueryCtx, added: number): Promise<void> {
  if (added <= 0) return;
  const { name, maxMiners } = await planOf(ctx);
  if (maxMiners === null) return;
  const tenantId = companyOf(ctx);
  await holdPlan(ctx, tenantId);
  const inUse = await countMachines(ctx, tenantId);
  if (inUse + added <= maxMiners) return;
  throw new AppError(
    "plan_limit",
    `The plan ${name} covers ${maxMiners} machines; ${inUse} are in use, ${added} more were asked for. See upgrade_url for larger plans.`,
    {
      members: {
        plan: name,
        limit: maxMiners,
        in_use: inUse,
        asked: added,
        upgrade_url: `${ctx.client.origin}${paths.pricing(ctx.locale)}`,
      },
    },
  );
}
