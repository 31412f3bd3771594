import { newOrderedId } from "@/lib/kernel/ids";
import { command } from "@/lib/kernel/use-case";
import { minerFacts } from "../core/user-miners/miner-facts";
import { portfolioKey } from "../core/user-miners/portfolio";
import { AddUserMiner, WrittenUserMiner } from "../core/user-miners/schemas";
import { raisePortfolio } from "../data/portfolios";
import { insertUserMiner } from "../data/user-miners";
import { UserMinerAdded } from "../events";
import { keeperOf } from "./keeper-of";
import { namedModel } from "./named-model";
import { requirePlanRoom } from "./plan-room";

/** Machines that a person keeps from now on, as far as the company's plan has room for them. */
export const addUserMiner = command({
  name: "machines.user_miner.add",
  permission: "machines:write",
  emits: [UserMinerAdded],
  input: AddUserMiner,
  output: WrittenUserMiner,
  async run(ctx, entered) {
    const keeper = keeperOf(ctx);
    const model = await namedModel(ctx, entered);
    if (!model) throw new Error("the input names a machine");
    const version = await raisePortfolio(ctx, keeper);
    await requirePlanRoom(ctx, entered.quantity);
    const now = ctx.now();
    const entry = {
      miner_model_id: model.id,
      quantity: entered.quantity,
      electricity_cost: entered.electricity_cost ?? null,
      label: entered.label ?? null,
      site: entered.site ?? null,
      purchased_at: entered.purchased_at ?? null,
      cost_usd: entered.cost_usd ?? null,
    };
    const miner = await insertUserMiner(ctx, keeper, { id: newOrderedId(now.getTime()), entry, model, now });
    ctx.audit({ entity: "user_miners", id: miner.id, after: minerFacts(miner) });
    ctx.emit(UserMinerAdded, {
      entityId: miner.id,
      key: portfolioKey(keeper),
      version,
      userId: keeper.userId,
      payload: minerFacts(miner),
    });
    return { ...miner, portfolio_version: version };
  },
});
