import { membersContract } from "@/lib/identity/core/members/contract";
import { endSessionsOfMember, listSessionsOfMember } from "@/lib/identity/use-cases/members/member-sessions";
import { serve } from "@/lib/transport/serve";

export const GET = serve(membersContract.listSessions, listSessionsOfMember);
export const DELETE = serve(membersContract.endSessions, endSessionsOfMember);
