import { identityContract } from "@/lib/identity/contract";
import { resendVerification } from "@/lib/identity/use-cases/verify-email";
import { serve } from "@/lib/transport/serve";

export const POST = serve(identityContract.resend, resendVerification);
