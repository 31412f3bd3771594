import { membersContract } from "@/lib/identity/core/members/contract";
import { withdrawInvitation } from "@/lib/identity/use-cases/members/withdraw-invitation";
import { serve } from "@/lib/transport/serve";

export const DELETE = serve(membersContract.withdrawInvitation, withdrawInvitation);
