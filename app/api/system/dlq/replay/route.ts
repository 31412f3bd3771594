import { dlqContract } from "@/lib/admin/core/dlq/contract";
import { askReplay } from "@/lib/admin/use-cases/dlq/ask-replay";
import { serve } from "@/lib/transport/serve";

export const POST = serve(dlqContract.replay, askReplay);
