import { schedule } from "@/lib/transport/schedule";
import { endLostWork } from "@/lib/work/use-cases/end-lost-work";

/** Every five minutes: it takes many ends of workers before there is any. */
export const job = schedule("*/5 * * * *", endLostWork, () => ({}), {
  missed: "once",
  repeatable: "what is failed is not open any more",
});
