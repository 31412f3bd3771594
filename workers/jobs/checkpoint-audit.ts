import { checkpointAudit } from "@/lib/audit/use-cases/checkpoint-audit";
import { schedule } from "@/lib/transport/schedule";

/** Once a day; an installation that sleeps at night signs when it wakes. */
export const job = schedule("10 0 * * *", checkpointAudit, () => ({}), {
  missed: "once",
  repeatable: "a chain that has not grown since it was signed is not signed again",
});
