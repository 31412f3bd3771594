import { query } from "@/lib/kernel/use-case";
import { dlqContract } from "../../core/dlq/contract";
import { toReplayItem } from "../../core/dlq/to-replay-item";
import { readReplays } from "../../data/replays";

/** Who had what replayed, why, and what came of it. */
export const listReplays = query({
  ...dlqContract.listReplays,
  name: "platform.dlq.replays",
  async run(ctx, { limit, cursor }) {
    const rows = await readReplays(ctx, limit + 1, cursor);
    const items = rows.slice(0, limit).map(toReplayItem);
    return { items, next_cursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  },
});
