import { auditContract } from "@/lib/audit/contract";
import { getAuditEntry } from "@/lib/audit/use-cases/get-audit-entry";
import { serve } from "@/lib/transport/serve";

export const GET = serve(auditContract.get, getAuditEntry);
