import { z } from "zod";
import type { CommandCtx, QueryCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command } from "@/lib/kernel/use-case";
import { countPortfolios, type Keeper, listMachinesOfModel, listPortfolios } from "@/lib/machines/index";
import { PortfoliosRecalculation } from "../../work";
import { recalculatePortfolio } from "./recalculate-portfolio";

const AT_ONCE = 50;

/** A portfolio as it was listed, and which of its machines are computed anew: all, unless they are named. */
type Task = Keeper & { version: number; machineIds?: string[] };

/** Portfolios anew by what is known now, each in a transaction of its own; one that fails holds up no other. */
export const recalculatePortfolios = command({
  name: PortfoliosRecalculation.name,
  permission: "system",
  routine: "Figures follow from the market and the models; nothing that a person entered changes.",
  input: PortfoliosRecalculation.input,
  output: z.object({ portfolios: z.int(), machines: z.int(), failed: z.int() }),
  async run(ctx, { model_id: modelId }) {
    const done = { portfolios: 0, machines: 0, failed: 0 };
    const total = await asSystem(ctx, (own) => countPortfolios(own, ctx.tenantId));
    let seen = 0;
    for await (const page of pages(ctx)) {
      for (const task of modelId === null ? page : await ofModel(ctx, page, modelId)) {
        ctx.work?.signal.throwIfAborted();
        const computed = await recalculated(ctx, task);
        done.portfolios++;
        if (computed === undefined) done.failed++;
        else done.machines += computed;
      }
      seen += page.length;
      ctx.work?.progress(seen, total);
    }
    return done;
  },
});

/** Looks at what the system may see, the company's where the work is one's. */
const asSystem = <T>(ctx: CommandCtx, look: (own: QueryCtx) => Promise<T>): Promise<T> =>
  inOwnUnit(ctx, "calculator.portfolios.look", async (own) => {
    await own.unit.rescope({ work: "system" });
    return look(own);
  });

async function* pages(ctx: CommandCtx): AsyncGenerator<Task[]> {
  let after: Keeper | undefined;
  do {
    const page = await asSystem(ctx, (own) => listPortfolios(own, { tenantId: ctx.tenantId, after, limit: AT_ONCE }));
    if (page.length > 0) yield page;
    after = page.length < AT_ONCE ? undefined : page.at(-1);
  } while (after);
}

/** Those of these portfolios that have machines of the model, with which: asked company by company. */
async function ofModel(ctx: CommandCtx, page: readonly Task[], modelId: string): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const [tenantId, theirs] of Map.groupBy(page, (task) => task.tenantId)) {
    const held = await asSystem({ ...ctx, tenantId }, async (own) => {
      await own.unit.rescope({ tenantId });
      return listMachinesOfModel(own, { tenantId, modelId, userIds: theirs.map(({ userId }) => userId) });
    });
    for (const task of theirs) {
      const machineIds = held.get(task.userId);
      if (machineIds) tasks.push({ ...task, machineIds });
    }
  }
  return tasks;
}

/** How many machines were computed; nothing where it failed, which is in the log. */
async function recalculated(ctx: CommandCtx, { tenantId, userId, version, machineIds }: Task) {
  try {
    return await inOwnUnit({ ...ctx, tenantId }, recalculatePortfolio.name, async (own) => {
      await own.unit.rescope({ tenantId });
      // The version was read before the machines are, so its writes are in what is read; of some machines only, others' are not.
      const input = machineIds
        ? { user_id: userId, up_to_version: 0, machine_ids: machineIds }
        : { user_id: userId, up_to_version: version };
      return (await recalculatePortfolio.execute(own, input)).computed;
    });
  } catch (error) {
    ctx.log.error({ err: error, tenant_id: tenantId, user_id: userId }, "a portfolio was not recalculated");
    return undefined;
  }
}
