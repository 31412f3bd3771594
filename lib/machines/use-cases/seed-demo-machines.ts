import { z } from "zod";
import { findDemoTenants, listDemoMembers, planOf } from "@/lib/identity/index";
import type { CommandCtx } from "@/lib/kernel/context";
import { command, NoInput } from "@/lib/kernel/use-case";
import { DEMO_MACHINES, DEMO_MACHINES_OF_FREE } from "../core/user-miners/demo-machines";
import type { Keeper } from "../core/user-miners/portfolio";
import { hasPortfolios } from "../data/portfolios";
import { addUserMiner } from "./add-user-miner";

/** Machines of the people of the demo, added as they would add them. A company where anybody ever had some stays as it is. */
export const seedDemoMachines = command({
  name: "machines.demo.seed",
  permission: "system",
  input: NoInput,
  output: z.object({ people: z.int(), machines: z.int() }),
  async run(ctx) {
    let [people, machines] = [0, 0];
    for (const { id: tenantId } of await findDemoTenants(ctx)) {
      const members = await listDemoMembers(ctx, tenantId);
      if (await hasPortfolios(ctx, tenantId)) continue;
      const wanted = (await planOf({ ...ctx, tenantId })).maxMiners === null ? DEMO_MACHINES : DEMO_MACHINES_OF_FREE;
      for (const { userId, role } of members) {
        const added = wanted[role] ?? [];
        await addFor(ctx, { tenantId, userId }, added);
        machines += added.length;
        if (added.length > 0) people++;
      }
    }
    await ctx.unit.rescope({ tenantId: null, userId: null });
    ctx.audit({ entity: "user_miners", id: "demo", after: { people, machines } });
    return { people, machines };
  },
});

/** Adds machines in the name of whoever keeps them. */
async function addFor(ctx: CommandCtx, keeper: Keeper, wanted: readonly object[]): Promise<void> {
  await ctx.unit.rescope(keeper);
  const as = { ...ctx, tenantId: keeper.tenantId, actor: { ...ctx.actor, userId: keeper.userId } };
  for (const entry of wanted) await addUserMiner.execute(as, entry);
  await ctx.unit.flush();
}
