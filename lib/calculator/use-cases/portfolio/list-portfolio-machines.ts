import { query } from "@/lib/kernel/use-case";
import { keeperOf, listUserMiners } from "@/lib/machines/index";
import { ListUserMiners } from "@/lib/machines/schemas";
import { readFigures } from "../../data/portfolio-machines";
import { PortfolioMachinePage } from "../../schemas";

/** One's own machines, the last added first, each with what it earns a day. */
export const listPortfolioMachines = query({
  name: "calculator.portfolio.machines",
  permission: "machines:read",
  input: ListUserMiners,
  output: PortfolioMachinePage,
  async run(ctx, input) {
    const page = await listUserMiners.execute(ctx, input);
    const figures = await readFigures(
      ctx,
      keeperOf(ctx),
      page.items.map(({ id }) => id),
    );
    return { ...page, items: page.items.map((miner) => ({ ...miner, figures: figures.get(miner.id) ?? null })) };
  },
});
