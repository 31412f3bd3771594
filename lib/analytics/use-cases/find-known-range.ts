import { NoInput, query } from "@/lib/kernel/use-case";
import { lastHalvingUntil, miningHistoryRange } from "@/lib/market/index";
import { KnownRange } from "../schemas";

/** How far history reaches, and when the subsidy was last halved in it; null where nothing is known. For pages to offer. */
export const findKnownRange = query({
  name: "analytics.history.range",
  permission: "analytics:read",
  input: NoInput,
  output: KnownRange.nullable(),
  async run(ctx) {
    const range = await miningHistoryRange(ctx);
    return range && { ...range, last_halving: await lastHalvingUntil(ctx, range.to) };
  },
});
