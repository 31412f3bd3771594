import { membersContract } from "@/lib/identity/core/members/contract";
import { addAccess } from "@/lib/identity/use-cases/members/invite-member";
import { serve } from "@/lib/transport/serve";

export const POST = serve(membersContract.addAccess, addAccess);
