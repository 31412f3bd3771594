import { identityContract } from "@/lib/identity/contract";
import { confirmEmailChange } from "@/lib/identity/use-cases/change-email";
import { serve } from "@/lib/transport/serve";

export const POST = serve(identityContract.confirmEmail, confirmEmailChange);
