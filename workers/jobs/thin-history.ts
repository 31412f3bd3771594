import { thinSnapshots } from "@/lib/market/use-cases/thin-snapshots";
import { schedule } from "@/lib/transport/schedule";

/** Each point is thinned as it comes; this catches what came another way. */
export const job = schedule("25 0 * * *", thinSnapshots, () => ({}), { missed: "once" });
