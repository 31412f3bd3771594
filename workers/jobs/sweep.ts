import { sweep } from "@/lib/identity/use-cases/sweep";
import { schedule } from "@/lib/transport/schedule";

/** Every hour, when little else begins; what is over can wait another one. */
export const job = schedule("41 * * * *", sweep, () => ({}), {
  missed: "skip",
  repeatable: "what is swept away is gone: a second sweep finds less",
});
