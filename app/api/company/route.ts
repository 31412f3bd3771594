import { membersContract } from "@/lib/identity/core/members/contract";
import { getCompany, renameCompany } from "@/lib/identity/use-cases/members/company";
import { serve } from "@/lib/transport/serve";

export const GET = serve(membersContract.getCompany, getCompany);
export const PUT = serve(membersContract.renameCompany, renameCompany);
