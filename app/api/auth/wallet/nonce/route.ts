import { factorsContract } from "@/lib/identity/core/factors/contract";
import { askWalletMessage } from "@/lib/identity/use-cases/factors/ask-wallet-message";
import { challengeLimiter } from "@/lib/transport/limiter";
import { serve } from "@/lib/transport/serve";

export const POST = serve(factorsContract.walletMessage, askWalletMessage, { limiter: challengeLimiter });
