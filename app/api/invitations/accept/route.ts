import { membersContract } from "@/lib/identity/core/members/contract";
import { acceptInvitation } from "@/lib/identity/use-cases/members/accept-invitation";
import { serve } from "@/lib/transport/serve";

export const POST = serve(membersContract.acceptInvitation, acceptInvitation);
