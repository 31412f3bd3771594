import { AppError } from "@/lib/kernel/errors";
import { command, NoInput, query } from "@/lib/kernel/use-case";
import { countWatchedWork, findMachineWork, listWatchedWork } from "../data/watched-work";
import { WatchedWork, WorkById, WorkWatch } from "../schemas";
import { cancelOpen } from "./cancel-open";

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

/** Cancels what the machine asked itself for. Throws `not_found`, also for what a person asked for, and `conflict`. */
export const stopWork = command({
  name: "work.stop",
  permission: "platform:write",
  input: WorkById,
  output: WatchedWork,
  async run(ctx, { id }) {
    const { state } = (await findMachineWork(ctx, id)) ?? notFound();
    await cancelOpen(ctx, { id, userId: null, state });
    return (await findMachineWork(ctx, id)) ?? notFound();
  },
});

function notFound(): never {
  throw new AppError("not_found", "The machine has no such work.");
}
