import { factorsContract } from "@/lib/identity/core/factors/contract";
import { recoveryState, regenerateRecoveryCodes } from "@/lib/identity/use-cases/factors/recovery-codes";
import { serve } from "@/lib/transport/serve";

export const GET = serve(factorsContract.recoveryCodes, recoveryState);
export const POST = serve(factorsContract.regenerateRecoveryCodes, regenerateRecoveryCodes);
