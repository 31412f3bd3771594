import { identityContract } from "@/lib/identity/contract";
import { changePassword } from "@/lib/identity/use-cases/change-password";
import { serve } from "@/lib/transport/serve";

export const POST = serve(identityContract.changePassword, changePassword);
