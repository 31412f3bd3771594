import { membersContract } from "@/lib/identity/core/members/contract";
import { listOwnLogins } from "@/lib/identity/use-cases/members/list-logins";
import { serve } from "@/lib/transport/serve";

export const GET = serve(membersContract.ownLogins, listOwnLogins);
