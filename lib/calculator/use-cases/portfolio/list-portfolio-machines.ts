import { query } from "@/lib/kernel/use-case";
import { catalogue, keeperOf, readUserMiners } from "@/lib/machines/index";
import { ASSUMED_ELECTRICITY_USD_PER_KWH } from "../../core/defaults";
import { NO_SITE } from "../../core/portfolio/list-choices";
import { orderedModels } from "../../core/portfolio/ordered-models";
import { findRows } from "../../data/portfolio-list";
import { readFigures } from "../../data/portfolio-machines";
import { ListPortfolioMachines, PortfolioMachinePage } from "../../schemas";

/** One's own machines, those that are asked for in the order that is, each with what it earns a day. */
export const listPortfolioMachines = query({
  name: "calculator.portfolio.machines",
  permission: "machines:read",
  input: ListPortfolioMachines,
  output: PortfolioMachinePage,
  async run(ctx, { limit, site, search, ...asked }) {
    const keeper = keeperOf(ctx);
    const wanted = {
      ...{ ...asked, search, limit: limit + 1 },
      site: site === NO_SITE ? null : site,
      ...orderedModels(await catalogue(ctx), search),
    };
    const { ids, rows, machines, dailyProfit } = await findRows(ctx, keeper, wanted, ASSUMED_ELECTRICITY_USD_PER_KWH);
    const shown = ids.slice(0, limit);
    const miners = new Map((await readUserMiners(ctx, keeper, shown)).map((miner) => [miner.id, miner]));
    const figures = await readFigures(ctx, keeper, shown);
    const items = shown.flatMap((id) => {
      const miner = miners.get(id);
      return miner ? [{ ...miner, figures: figures.get(id) ?? null }] : [];
    });
    return {
      items,
      next_cursor: ids.length > limit ? (shown.at(-1) ?? null) : null,
      matching: { rows, machines, daily_profit: dailyProfit },
    };
  },
});
