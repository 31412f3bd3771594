import { factorsContract } from "@/lib/identity/core/factors/contract";
import { confirmTotp } from "@/lib/identity/use-cases/factors/confirm-totp";
import { serve } from "@/lib/transport/serve";

export const POST = serve(factorsContract.confirmTotp, confirmTotp);
