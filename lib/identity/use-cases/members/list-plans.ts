import { NoInput, query } from "@/lib/kernel/use-case";
import { Plans } from "../../core/members/company-schemas";
import { listPlans as readPlans } from "../../data/plans";

/** What can be subscribed to, the cheapest first. */
export const listPlans = query({
  name: "members.plan.list",
  permission: "public",
  input: NoInput,
  output: Plans,
  async run(ctx) {
    const plans = await readPlans(ctx);
    return {
      items: plans.map(({ planType, name, priceMonthly, maxMiners }) => ({
        plan_type: planType,
        name,
        price_monthly: priceMonthly,
        max_miners: maxMiners,
      })),
    };
  },
});
