import { identityContract } from "@/lib/identity/contract";
import { resetPassword } from "@/lib/identity/use-cases/reset-password";
import { serve } from "@/lib/transport/serve";

export const POST = serve(identityContract.confirmReset, resetPassword);
