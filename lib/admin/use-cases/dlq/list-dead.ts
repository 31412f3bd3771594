import { query } from "@/lib/kernel/use-case";
import { dlqContract } from "../../core/dlq/contract";
import { readDeadPage, readDeadStats } from "../../data/dead-events";

/** Events that a group could not take, and those that wait behind them. */
export const listDead = query({
  ...dlqContract.listDead,
  name: "platform.dlq.list",
  async run(ctx, { group, aggregate_key: key, hours, limit, cursor }) {
    const stats = await readDeadStats(ctx);
    return { stats, ...(await readDeadPage(ctx, { group, key, hours }, limit, cursor)) };
  },
});
