import { dlqContract } from "@/lib/admin/core/dlq/contract";
import { listDead } from "@/lib/admin/use-cases/dlq/list-dead";
import { serve } from "@/lib/transport/serve";

export const GET = serve(dlqContract.listDead, listDead);
