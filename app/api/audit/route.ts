import { auditContract } from "@/lib/audit/contract";
import { listAudit } from "@/lib/audit/use-cases/list-audit";
import { serve } from "@/lib/transport/serve";

export const GET = serve(auditContract.list, listAudit);
