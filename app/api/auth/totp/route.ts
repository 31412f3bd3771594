import { factorsContract } from "@/lib/identity/core/factors/contract";
import { removeTotp } from "@/lib/identity/use-cases/factors/remove-totp";
import { totpState } from "@/lib/identity/use-cases/factors/totp-state";
import { serve } from "@/lib/transport/serve";

export const GET = serve(factorsContract.totpState, totpState);
export const DELETE = serve(factorsContract.removeTotp, removeTotp);
