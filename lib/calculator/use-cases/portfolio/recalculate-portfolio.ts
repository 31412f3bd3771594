import { z } from "zod";
import type { CommandCtx } from "@/lib/kernel/context";
import { command } from "@/lib/kernel/use-case";
import { type Keeper, listUserMinerRows, readPortfolioVersion, readUserMiners } from "@/lib/machines/index";
import type { UserMiner } from "@/lib/machines/schemas";
import { weakest } from "@/lib/market/index";
import { type EarningMarket, machineFigures } from "../../core/portfolio/machine-figures";
import { portfolioOf } from "../../core/portfolio/portfolio-of";
import { dropFigures, storeFigures } from "../../data/portfolio-machines";
import { keepTotals, raiseTotals, sumUp } from "../../data/portfolio-totals";
import { PortfolioRecalculated } from "../../events";
import { earningMarket } from "./earning-market";

const AT_ONCE = 1_000;

export const RecalculatePortfolio = z.strictObject({
  user_id: z.uuid(),
  up_to_version: z.int().min(0).meta({ description: "The portfolio's writes up to here are committed" }),
  machine_ids: z.array(z.uuid()).optional().meta({ description: "What those writes changed; left out: all machines" }),
});

/**
 * What a person's machines earn, in the company that the context names: the changed ones are computed, the totals are the
 * sum over all. A machine is read as it is now, so the same call twice is the same portfolio.
 */
export const recalculatePortfolio = command({
  name: "calculator.portfolio.recalculate",
  permission: "system",
  routine: "Figures follow from machines and the market; who changed the machines is in the log.",
  input: RecalculatePortfolio,
  output: z.object({ computed: z.int(), dropped: z.int(), totals_version: z.int() }),
  async run(ctx, { user_id: userId, up_to_version: upToVersion, machine_ids: ids }) {
    if (ctx.tenantId === null) throw new Error("a portfolio is in a company");
    const keeper = { tenantId: ctx.tenantId, userId };
    const market = await earningMarket(ctx);
    const version = await raiseTotals(ctx, keeper, { upToVersion, now: ctx.now() });
    const done = { computed: 0, dropped: 0 };
    for await (const miners of ids ? [await readUserMiners(ctx, keeper, ids)] : everyMiner(ctx, keeper)) {
      const retired = miners.filter(({ retired_at }) => retired_at !== null);
      const kept = miners.filter(({ retired_at }) => retired_at === null);
      await storeFigures(
        ctx,
        keeper,
        kept.map((miner) => figuresOf(miner, market)),
      );
      await dropFigures(
        ctx,
        keeper,
        retired.map(({ id }) => id),
      );
      done.computed += kept.length;
      done.dropped += retired.length;
    }
    await tell(ctx, keeper, { version, market });
    return { ...done, totals_version: version };
  },
});

/** Sums up, and tells what came of it. */
async function tell(ctx: CommandCtx, keeper: Keeper, { version, market }: { version: number; market: EarningMarket }) {
  const { sums, states } = await sumUp(ctx, keeper);
  const { state } =
    states.length > 0 ? weakest(states.map((one) => ({ source: "", as_of: null, state: one }))) : market;
  const totals = await keepTotals(ctx, keeper, { ...sums, state, computedAt: ctx.now() });
  ctx.emit(PortfolioRecalculated, {
    entityId: keeper.userId,
    key: `portfolio-totals:${keeper.tenantId}:${keeper.userId}`,
    version,
    userId: keeper.userId,
    payload: portfolioOf(totals, await readPortfolioVersion(ctx, keeper)),
  });
}

/** All that count, part by part. */
async function* everyMiner(ctx: CommandCtx, keeper: Keeper): AsyncGenerator<UserMiner[]> {
  let cursor: string | undefined;
  do {
    const miners = await listUserMinerRows(ctx, keeper, { limit: AT_ONCE, cursor });
    yield miners;
    cursor = miners.length < AT_ONCE ? undefined : miners.at(-1)?.id;
  } while (cursor !== undefined);
}

function figuresOf({ id, quantity, hashrate_th, power_w, electricity_cost }: UserMiner, market: EarningMarket) {
  if (hashrate_th === null || power_w === null) throw new Error(`The model of the machines ${id} is not seen.`);
  return machineFigures({ id, quantity, hashrate_th, power_w, electricity_cost }, market);
}
