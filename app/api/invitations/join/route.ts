import { membersContract } from "@/lib/identity/core/members/contract";
import { joinCompany } from "@/lib/identity/use-cases/members/join-company";
import { serve } from "@/lib/transport/serve";

export const POST = serve(membersContract.join, joinCompany);
