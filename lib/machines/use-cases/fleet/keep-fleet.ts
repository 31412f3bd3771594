import type { CommandCtx } from "@/lib/kernel/context";
import { command } from "@/lib/kernel/use-case";
import { FleetOutcome } from "../../core/fleet/import-schemas";
import { keptId } from "../../core/fleet/kept-id";
import type { FleetRow } from "../../core/fleet/schemas";
import { type Keeper, portfolioKey } from "../../core/user-miners/portfolio";
import { holdFleet, markKept } from "../../data/fleet-files";
import { raisePortfolio } from "../../data/portfolios";
import { insertUserMiners, knownMinerIds, type MinerEntry } from "../../data/user-miners";
import { UserMinerAdded } from "../../events";
import { FleetKeeping } from "../../work";
import { keeperOf } from "../keeper-of";
import { requirePlanRoom } from "../plan-room";
import { openFleet } from "./open-fleet";

type Miner = { id: string; entry: MinerEntry };

const AT_ONCE = 1_000;
const MOST_ERRORS = 100;

/**
 * The good rows of a list become their sender's machines, in one transaction: a worker that is killed leaves none of
 * them, and the next one all. A row has its id by its place in the list, so what was kept before is not kept again.
 */
export const keepFleet = command({
  name: FleetKeeping.name,
  permission: "system",
  emits: [UserMinerAdded],
  input: FleetKeeping.input,
  output: FleetOutcome,
  async run(ctx, { file_id: id }) {
    const keeper = keeperOf(ctx);
    const { file, rows } = await openFleet(ctx, id);
    ctx.work?.signal.throwIfAborted();
    // The worker does what its person asked for, and the log says so.
    ctx.unit.actAs(keeper.userId);
    await holdFleet(ctx, file.originId);
    const good = rows.flatMap((row) => minerOf(file.originId, row));
    const known = await knownMinerIds(
      ctx,
      keeper,
      good.map((miner) => miner.id),
    );
    const fresh = good.filter((miner) => !known.has(miner.id));
    const machines = fresh.reduce((sum, { entry }) => sum + entry.quantity, 0);
    if (fresh.length > 0) {
      const last = await raisePortfolio(ctx, keeper, fresh.length);
      await requirePlanRoom(ctx, machines);
      await keepAll(ctx, keeper, fresh, last - fresh.length);
    }
    const wrong = rows.filter(({ facts }) => facts === null);
    const outcome = {
      rows_kept: fresh.length,
      machines_kept: machines,
      rows_kept_before: known.size,
      rows_without_model: rows.length - wrong.length - good.length,
      rows_wrong: wrong.length,
      errors: wrong.flatMap(({ row, errors }) => errors.map((error) => ({ row, ...error }))).slice(0, MOST_ERRORS),
      finished_at: ctx.now().toISOString(),
    };
    await markKept(ctx, keeper, id, outcome);
    const { errors: _, ...counts } = outcome;
    ctx.audit({ entity: "fleet_files", id, after: { file_name: file.fileName, ...counts } });
    return outcome;
  },
});

async function keepAll(ctx: CommandCtx, keeper: Keeper, miners: readonly Miner[], before: number): Promise<void> {
  for (let from = 0; from < miners.length; from += AT_ONCE) {
    ctx.work?.signal.throwIfAborted();
    const part = miners.slice(from, from + AT_ONCE);
    await insertUserMiners(ctx, keeper, part, ctx.now());
    for (const [at, { id, entry }] of part.entries()) {
      ctx.audit({ entity: "user_miners", id, after: entry });
      ctx.emit(UserMinerAdded, {
        entityId: id,
        key: portfolioKey(keeper),
        version: before + from + at + 1,
        userId: keeper.userId,
        payload: entry,
      });
    }
    await ctx.unit.flush();
    ctx.work?.progress(from + part.length, miners.length);
  }
}

/** A row as machines that may be kept; none where it is wrong or of no model. */
function minerOf(originId: string, { row, facts }: FleetRow): Miner[] {
  if (facts === null || facts.miner_model_id === null) return [];
  const { miner_model_id, quantity, electricity_cost, label, site, purchased_at, cost_usd } = facts;
  const day = purchased_at === null ? null : new Date(purchased_at).toISOString();
  const entry = { miner_model_id, quantity, electricity_cost, label, site, purchased_at: day, cost_usd };
  return [{ id: keptId(originId, row), entry }];
}
