import { membersContract } from "@/lib/identity/core/members/contract";
import { listAccess } from "@/lib/identity/use-cases/members/list-access";
import { serve } from "@/lib/transport/serve";

export const GET = serve(membersContract.listAccess, listAccess);
