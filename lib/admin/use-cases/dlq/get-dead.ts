import { AppError } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { dlqContract } from "../../core/dlq/contract";
import { findDead } from "../../data/dead-events";

/** One event, in every group that could not take it. Throws `not_found`. */
export const getDead = query({
  ...dlqContract.getDead,
  name: "platform.dlq.get",
  async run(ctx, { event_id }) {
    const dead = await findDead(ctx, event_id);
    if (!dead) throw new AppError("not_found", "No dead event has this id.");
    return dead;
  },
});
