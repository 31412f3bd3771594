import { membersContract } from "@/lib/identity/core/members/contract";
import { getAccess } from "@/lib/identity/use-cases/members/list-access";
import { serve } from "@/lib/transport/serve";

export const GET = serve(membersContract.getAccess, getAccess);
