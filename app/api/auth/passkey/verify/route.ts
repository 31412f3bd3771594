import { factorsContract } from "@/lib/identity/core/factors/contract";
import { passkeySignIn } from "@/lib/identity/use-cases/factors/passkey-sign-in";
import { serve } from "@/lib/transport/serve";

export const POST = serve(factorsContract.passkeySignIn, passkeySignIn);
