import { sealAudit } from "@/lib/audit/use-cases/seal-audit";
import { everySecond } from "@/lib/transport/schedule";

/** An entry stands in its chain a moment after it was committed. */
export const job = everySecond(
  sealAudit,
  {},
  { repeatable: "each batch holds the sealer's position, and what is sealed is never new" },
);
