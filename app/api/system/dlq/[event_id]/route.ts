import { dlqContract } from "@/lib/admin/core/dlq/contract";
import { getDead } from "@/lib/admin/use-cases/dlq/get-dead";
import { serve } from "@/lib/transport/serve";

export const GET = serve(dlqContract.getDead, getDead);
