import { auditContract } from "@/lib/audit/contract";
import { exportAudit } from "@/lib/audit/use-cases/export-audit";
import { memoryLimiter } from "@/lib/transport/limiter";
import { serve } from "@/lib/transport/serve";

export const GET = serve(auditContract.export, exportAudit, { limiter: memoryLimiter(() => 60) });
