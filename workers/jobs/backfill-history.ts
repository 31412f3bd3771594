import { backfillHistory } from "@/lib/market/use-cases/backfill-history";
import { schedule } from "@/lib/transport/schedule";

/** Every hour at twelve past, but each source only once a day: a failed one is tried again within the hour. */
export const job = schedule("12 * * * *", backfillHistory, () => ({}), { missed: "once" });
