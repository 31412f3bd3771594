import { factorsContract } from "@/lib/identity/core/factors/contract";
import { beginTotp } from "@/lib/identity/use-cases/factors/begin-totp";
import { serve } from "@/lib/transport/serve";

export const POST = serve(factorsContract.beginTotp, beginTotp);
