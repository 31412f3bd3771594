import { refreshMarket } from "@/lib/market/use-cases/refresh-market";
import { schedule } from "@/lib/transport/schedule";

/** Twice a minute, so that the price is never older than its minute; each call to a source keeps its own rhythm. */
export const job = schedule("*/30 * * * * *", refreshMarket, () => ({}), { missed: "once" });
