import { askRecalculation } from "@/lib/calculator/use-cases/portfolio/ask-recalculation";
import { schedule } from "@/lib/transport/schedule";

/** Every ten minutes, so that no portfolio's figures are much older than the market's. */
export const job = schedule("*/10 * * * *", askRecalculation, () => ({ model_id: null }), { missed: "once" });
