import { sweep } from "@/lib/identity/use-cases/sweep";
import { schedule } from "@/lib/transport/schedule";

/** Every hour, when little else begins. */
export const job = schedule("41 * * * *", sweep, {});
