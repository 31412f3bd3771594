import { membersContract } from "@/lib/identity/core/members/contract";
import { editAccess } from "@/lib/identity/use-cases/members/edit-access";
import { serve } from "@/lib/transport/serve";

export const PUT = serve(membersContract.editAccess, editAccess);
