import { z } from "zod";
import type { CommandCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command, NoInput } from "@/lib/kernel/use-case";
import { type Keeper, listPortfolios } from "@/lib/machines/index";
import { recalculatePortfolio } from "./recalculate-portfolio";

const AT_ONCE = 200;

/** Every portfolio anew by the market of now, each in a transaction of its own; one that fails holds up no other. */
export const recalculatePortfolios = command({
  name: "calculator.portfolios.recalculate",
  permission: "system",
  routine: "Figures follow from the market; nothing that a person entered changes.",
  input: NoInput,
  output: z.object({ portfolios: z.int(), machines: z.int(), failed: z.int() }),
  async run(ctx) {
    const done = { portfolios: 0, machines: 0, failed: 0 };
    let after: Keeper | undefined;
    do {
      const page = await inOwnUnit(ctx, "calculator.portfolios.list", (own) =>
        listPortfolios(own, { after, limit: AT_ONCE }),
      );
      for (const portfolio of page) {
        const computed = await recalculated(ctx, portfolio);
        done.portfolios++;
        if (computed === undefined) done.failed++;
        else done.machines += computed;
      }
      after = page.length < AT_ONCE ? undefined : page.at(-1);
    } while (after);
    return done;
  },
});

/** How many machines were computed; nothing where it failed, which is in the log. */
async function recalculated(ctx: CommandCtx, { tenantId, userId, version }: Keeper & { version: number }) {
  try {
    return await inOwnUnit({ ...ctx, tenantId }, recalculatePortfolio.name, async (own) => {
      await own.unit.rescope({ tenantId });
      // The version was read before the machines are, so its writes are in what is read.
      const input = { user_id: userId, up_to_version: version };
      return (await recalculatePortfolio.execute(own, input)).computed;
    });
  } catch (error) {
    ctx.log.error({ err: error, tenant_id: tenantId, user_id: userId }, "a portfolio was not recalculated");
    return undefined;
  }
}
