import { factorsContract } from "@/lib/identity/core/factors/contract";
import { unlinkWallet } from "@/lib/identity/use-cases/factors/unlink-wallet";
import { serve } from "@/lib/transport/serve";

export const DELETE = serve(factorsContract.unlinkWallet, unlinkWallet);
