import { factorsContract } from "@/lib/identity/core/factors/contract";
import { askPasskey } from "@/lib/identity/use-cases/factors/ask-passkey";
import { challengeLimiter } from "@/lib/transport/limiter";
import { serve } from "@/lib/transport/serve";

export const POST = serve(factorsContract.askPasskey, askPasskey, { limiter: challengeLimiter });
