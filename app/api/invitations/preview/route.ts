import { membersContract } from "@/lib/identity/core/members/contract";
import { previewInvitation } from "@/lib/identity/use-cases/members/preview-invitation";
import { memoryLimiter } from "@/lib/transport/limiter";
import { serve } from "@/lib/transport/serve";

export const POST = serve(membersContract.previewInvitation, previewInvitation, { limiter: memoryLimiter(() => 60) });
