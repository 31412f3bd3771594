import type { Ctx } from "@/lib/kernel/context";
import { holdLead } from "@/lib/platform/scheduler/hold-lead";

/** A context whose every transaction is refused at its commit once another leader than that of `epoch` has come. */
export const fenced = (ctx: Ctx, epoch: bigint): Ctx => ({
  ...ctx,
  begin(useCase) {
    const unit = ctx.begin(useCase);
    return {
      ...unit,
      async commit() {
        await holdLead({ unit }, epoch);
        await unit.commit();
      },
    };
  },
});
