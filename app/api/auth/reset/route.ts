import { identityContract } from "@/lib/identity/contract";
import { askPasswordReset } from "@/lib/identity/use-cases/reset-password";
import { serve } from "@/lib/transport/serve";

export const POST = serve(identityContract.reset, askPasswordReset);
