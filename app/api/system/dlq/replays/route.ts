import { dlqContract } from "@/lib/admin/core/dlq/contract";
import { listReplays } from "@/lib/admin/use-cases/dlq/list-replays";
import { serve } from "@/lib/transport/serve";

export const GET = serve(dlqContract.listReplays, listReplays);
