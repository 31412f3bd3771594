import { keepOutbox } from "@/lib/transport/keep-outbox";
import { schedule } from "@/lib/transport/schedule";
import { loadConsumers } from "../load";

/** Every hour: the days ahead are there before they come. */
export const job = schedule("23 * * * *", keepOutbox(loadConsumers), () => ({}), {
  missed: "once",
  repeatable: "days that are there are not made again, and what is gone is gone",
});
