import { sealAudit } from "@/lib/audit/use-cases/seal-audit";
import { schedule } from "@/lib/transport/schedule";

/** Every second: an entry stands in its chain a moment after it was committed. */
export const job = schedule("* * * * * *", sealAudit, {}, { onStart: true, quiet: true });
