import { membersContract } from "@/lib/identity/core/members/contract";
import { listOwnTenants } from "@/lib/identity/use-cases/members/list-own-tenants";
import { serve } from "@/lib/transport/serve";

export const GET = serve(membersContract.ownTenants, listOwnTenants);
