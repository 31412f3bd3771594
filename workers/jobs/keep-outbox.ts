import { keepOutbox } from "@/lib/transport/keep-outbox";
import { schedule } from "@/lib/transport/schedule";
import { loadConsumers } from "../load";

/** Every hour and at the start: the days ahead are there before they come. */
export const job = schedule("23 * * * *", keepOutbox(loadConsumers), {}, { onStart: true });
