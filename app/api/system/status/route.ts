import { adminContract } from "@/lib/admin/contract";
import { getSystemStatus } from "@/lib/admin/use-cases/get-system-status";
import { serve } from "@/lib/transport/serve";

export const GET = serve(adminContract.systemStatus, getSystemStatus);
