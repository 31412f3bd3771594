import { NoInput, query } from "@/lib/kernel/use-case";
import { countWatchedWork, listWatchedWork } from "../data/watched-work";
import { WorkWatch } from "../schemas";

const WEEK_MS = 7 * 86_400_000;

/** How long work fares, of everybody. */
export const watchWork = query({
  name: "work.watch",
  permission: "platform:read",
  input: NoInput,
  output: WorkWatch,
  async run(ctx) {
    const since = new Date(ctx.now().getTime() - WEEK_MS);
    return { ...(await countWatchedWork(ctx, since)), items: await listWatchedWork(ctx, since) };
  },
});
