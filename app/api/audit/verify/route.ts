import { auditContract } from "@/lib/audit/contract";
import { verifyAudit } from "@/lib/audit/use-cases/verify-audit";
import { memoryLimiter } from "@/lib/transport/limiter";
import { serve } from "@/lib/transport/serve";

/** It reads a whole chain. */
export const GET = serve(auditContract.verify, verifyAudit, { limiter: memoryLimiter(() => 60) });
