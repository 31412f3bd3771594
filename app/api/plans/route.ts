import { membersContract } from "@/lib/identity/core/members/contract";
import { listPlans } from "@/lib/identity/use-cases/members/list-plans";
import { memoryLimiter } from "@/lib/transport/limiter";
import { serve } from "@/lib/transport/serve";

export const GET = serve(membersContract.plans, listPlans, { limiter: memoryLimiter(() => 300) });
