import { z } from "zod";
import type { CommandCtx } from "@/lib/kernel/context";
import { command } from "@/lib/kernel/use-case";
import { type Keeper, listUserMinerRows, readPortfolioVersion, readUserMiners } from "@/lib/machines/index";
import type { UserMiner } from "@/lib/machines/schemas";
import { type EarningMarket, machineFigures } from "../../core/portfolio/machine-figures";
import { portfolioOf } from "../../core/portfolio/portfolio-of";
import { forgetPortfolio } from "../../data/cached-portfolio";
import { dropFigures, storeFigures } from "../../data/portfolio-machines";
import { raiseTotals, sumUp } from "../../data/portfolio-totals";
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
  emits: [PortfolioRecalculated],
  routine: "Figures follow from machines and the market; who changed the machines is in the log.",
  input: RecalculatePortfolio,
  output: z.object({ computed: z.int(), totals_version: z.int() }),
  async run(ctx, { user_id: userId, up_to_version: upToVersion, machine_ids: ids }) {
    if (ctx.tenantId === null) throw new Error("a portfolio is in a company");
    const keeper = { tenantId: ctx.tenantId, userId };
    const market = await earningMarket(ctx);
    // Whoever's unit of work this joins: figures are the system's to write.
    await ctx.unit.rescope({ work: "system" });
    const version = await raiseTotals(ctx, keeper, { upToVersion, now: ctx.now() });
    const computed = ids ? await computeNamed(ctx, keeper, ids, market) : await computeAll(ctx, keeper, market);
    forgetPortfolio(ctx, keeper);
    const totals = await sumUp(ctx, keeper, { state: market.state, now: ctx.now() });
    ctx.emit(PortfolioRecalculated, {
      entityId: userId,
      key: `portfolio-totals:${keeper.tenantId}:${userId}`,
      version,
      userId,
      payload: portfolioOf(totals, await readPortfolioVersion(ctx, keeper)),
    });
    return { computed, totals_version: version };
  },
});

/** Computes these machines, and forgets those of them that count no more; gives how many were computed. */
async function computeNamed(ctx: CommandCtx, keeper: Keeper, ids: readonly string[], market: EarningMarket) {
  const kept = (await readUserMiners(ctx, keeper, ids)).filter(({ retired_at }) => retired_at === null);
  const counting = new Set(kept.map(({ id }) => id));
  const others = ids.filter((id) => !counting.has(id));
  await dropFigures(ctx, keeper, others);
  await storeFigures(ctx, keeper, figuresOf(kept, market));
  return kept.length;
}

/** Computes all that count, part by part, and forgets everything else. */
async function computeAll(ctx: CommandCtx, keeper: Keeper, market: EarningMarket): Promise<number> {
  await dropFigures(ctx, keeper);
  let computed = 0;
  let cursor: string | undefined;
  do {
    const miners = await listUserMinerRows(ctx, keeper, { limit: AT_ONCE, cursor });
    await storeFigures(ctx, keeper, figuresOf(miners, market));
    computed += miners.length;
    cursor = miners.length < AT_ONCE ? undefined : miners.at(-1)?.id;
  } while (cursor !== undefined);
  return computed;
}

const figuresOf = (miners: readonly UserMiner[], market: EarningMarket) =>
  miners.map(({ hashrate_th, power_w, ...miner }) => {
    if (hashrate_th === null || power_w === null) throw new Error(`The model of the machines ${miner.id} is not seen.`);
    const { miner_model_id, site } = miner;
    return { ...machineFigures({ ...miner, hashrate_th, power_w }, market), miner_model_id, site };
  });
