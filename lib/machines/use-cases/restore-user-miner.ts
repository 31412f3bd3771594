import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { minerFacts } from "../core/user-miners/miner-facts";
import { portfolioKey } from "../core/user-miners/portfolio";
import { UserMinerAndVersion, WrittenUserMiner } from "../core/user-miners/schemas";
import { raisePortfolio } from "../data/portfolios";
import { findUserMiner, updateUserMiner } from "../data/user-miners";
import { UserMinerRestored } from "../events";
import { changedMeanwhile, keeperOf } from "./keeper-of";
import { requirePlanRoom } from "./plan-room";

/** Takes retired machines into one's portfolio again, as far as the company's plan has room for them. */
export const restoreUserMiner = command({
  name: "machines.user_miner.restore",
  permission: "machines:write",
  emits: [UserMinerRestored],
  input: UserMinerAndVersion,
  output: WrittenUserMiner,
  async run(ctx, { id, version }) {
    const keeper = keeperOf(ctx);
    const portfolioVersion = await raisePortfolio(ctx, keeper);
    const before = await findUserMiner(ctx, keeper, id);
    if (!before || before.retired_at === null) throw new AppError("not_found", "You have retired no such machines.");
    if (before.version !== version) throw changedMeanwhile();
    await requirePlanRoom(ctx, before.quantity);
    const miner = await updateUserMiner(ctx, keeper, { id, retiredAt: null, now: ctx.now() });
    ctx.audit({
      entity: "user_miners",
      id,
      before: { ...minerFacts(before), retired_at: before.retired_at },
      after: { ...minerFacts(miner), retired_at: null },
    });
    ctx.emit(UserMinerRestored, {
      entityId: id,
      key: portfolioKey(keeper),
      version: portfolioVersion,
      userId: keeper.userId,
      payload: minerFacts(miner),
    });
    return { ...miner, portfolio_version: portfolioVersion };
  },
});
