import { checkpointAudit } from "@/lib/audit/use-cases/checkpoint-audit";
import { schedule } from "@/lib/transport/schedule";

/** Once a day, and when the worker starts, so that an installation which sleeps at night signs too. */
export const job = schedule("10 0 * * *", checkpointAudit, {}, { onStart: true });
