import { factorsContract } from "@/lib/identity/core/factors/contract";
import { walletSignIn } from "@/lib/identity/use-cases/factors/wallet-sign-in";
import { serve } from "@/lib/transport/serve";

export const POST = serve(factorsContract.walletSignIn, walletSignIn);
