import { query } from "@/lib/kernel/use-case";
import { ListUserMiners, UserMiner, UserMinerId, UserMinerPage } from "../core/user-miners/schemas";
import { listUserMinerRows } from "../data/user-miners";
import { keeperOf, keptMiner } from "./keeper-of";

/** One's own machines, the last added first. */
export const listUserMiners = query({
  name: "machines.user_miner.list",
  permission: "machines:read",
  input: ListUserMiners,
  output: UserMinerPage,
  async run(ctx, { limit, cursor }) {
    const found = await listUserMinerRows(ctx, keeperOf(ctx), { limit: limit + 1, cursor });
    const items = found.slice(0, limit);
    return { items, next_cursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  },
});

export const readUserMiner = query({
  name: "machines.user_miner.read",
  permission: "machines:read",
  input: UserMinerId,
  output: UserMiner,
  run: (ctx, { id }) => keptMiner(ctx, keeperOf(ctx), id),
});
