import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { changedEntry } from "../core/user-miners/changed-entry";
import { minerFacts } from "../core/user-miners/miner-facts";
import { portfolioKey } from "../core/user-miners/portfolio";
import { ChangeUserMiner, WrittenUserMiner } from "../core/user-miners/schemas";
import { raisePortfolio } from "../data/portfolios";
import { updateUserMiner } from "../data/user-miners";
import { UserMinerChanged } from "../events";
import { keeperOf, keptMinerOf } from "./keeper-of";
import { namedModel } from "./named-model";
import { requirePlanRoom } from "./plan-room";

/** Changes what is known of one's machines; what isn't sent stays, `null` takes a detail away. */
export const changeUserMiner = command({
  name: "machines.user_miner.change",
  permission: "machines:write",
  emits: [UserMinerChanged],
  input: ChangeUserMiner,
  output: WrittenUserMiner,
  async run(ctx, { id, version, ...changes }) {
    if (Object.keys(changes).length === 0)
      throw new AppError("validation", "Say what to change: send at least one field.");
    const keeper = keeperOf(ctx);
    const model = await namedModel(ctx, changes);
    const portfolioVersion = await raisePortfolio(ctx, keeper);
    const before = await keptMinerOf(ctx, keeper, { id, version });
    const entry = changedEntry(before, changes, model?.id);
    await requirePlanRoom(ctx, entry.quantity - before.quantity);
    const miner = await updateUserMiner(ctx, keeper, { id, entry, now: ctx.now() });
    ctx.audit({ entity: "user_miners", id, before: minerFacts(before), after: minerFacts(miner) });
    ctx.emit(UserMinerChanged, {
      entityId: id,
      key: portfolioKey(keeper),
      version: portfolioVersion,
      userId: keeper.userId,
      payload: minerFacts(miner),
    });
    return { ...miner, portfolio_version: portfolioVersion };
  },
});
