import { membersContract } from "@/lib/identity/core/members/contract";
import { inviteMember } from "@/lib/identity/use-cases/members/invite-member";
import { listInvitations } from "@/lib/identity/use-cases/members/list-invitations";
import { serve } from "@/lib/transport/serve";

export const GET = serve(membersContract.listInvitations, listInvitations);
export const POST = serve(membersContract.invite, inviteMember);
