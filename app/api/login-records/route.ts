import { membersContract } from "@/lib/identity/core/members/contract";
import { listLogins } from "@/lib/identity/use-cases/members/list-logins";
import { serve } from "@/lib/transport/serve";

export const GET = serve(membersContract.listLogins, listLogins);
