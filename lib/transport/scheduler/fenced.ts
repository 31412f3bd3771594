import type { Ctx } from "@/lib/kernel/context";
import { holdLead } from "@/lib/platform/scheduler/hold-lead";

/** A context whose every transaction is refused at its commit once another leader than that of `epoch` has come. */
export const fenced = (ctx: Ctx, epoch: bigint): Ctx => ({
  ...ctx,
  begin(useCase) {
    const unit = ctx.begin(useCase);
    const { commit } = unit;
    // The platform knows a unit of work by its object, so it is this one that gets the fence.
    unit.commit = async () => {
      await holdLead({ unit }, epoch);
      await commit();
    };
    return unit;
  },
});
