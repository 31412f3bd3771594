import { command } from "@/lib/kernel/use-case";
import { minerFacts } from "../core/user-miners/miner-facts";
import { portfolioKey } from "../core/user-miners/portfolio";
import { UserMinerAndVersion, WrittenUserMiner } from "../core/user-miners/schemas";
import { raisePortfolio } from "../data/portfolios";
import { updateUserMiner } from "../data/user-miners";
import { UserMinerRetired } from "../events";
import { keeperOf, keptMinerOf } from "./keeper-of";

/** Takes machines out of one's portfolio and out of the plan's count; the row stays for what refers to it. */
export const retireUserMiner = command({
  name: "machines.user_miner.retire",
  permission: "machines:write",
  emits: [UserMinerRetired],
  input: UserMinerAndVersion,
  output: WrittenUserMiner,
  async run(ctx, { id, version }) {
    const keeper = keeperOf(ctx);
    const portfolioVersion = await raisePortfolio(ctx, keeper);
    const before = await keptMinerOf(ctx, keeper, { id, version });
    const now = ctx.now();
    const miner = await updateUserMiner(ctx, keeper, { id, retiredAt: now, now });
    ctx.audit({
      entity: "user_miners",
      id,
      before: { ...minerFacts(before), retired_at: null },
      after: { ...minerFacts(miner), retired_at: miner.retired_at },
    });
    ctx.emit(UserMinerRetired, {
      entityId: id,
      key: portfolioKey(keeper),
      version: portfolioVersion,
      userId: keeper.userId,
      payload: minerFacts(miner),
    });
    return { ...miner, portfolio_version: portfolioVersion };
  },
});
