import { membersContract } from "@/lib/identity/core/members/contract";
import { revokeAccess } from "@/lib/identity/use-cases/members/revoke-access";
import { serve } from "@/lib/transport/serve";

export const POST = serve(membersContract.revokeAccess, revokeAccess);
