import { factorsContract } from "@/lib/identity/core/factors/contract";
import { beginPasskey } from "@/lib/identity/use-cases/factors/begin-passkey";
import { serve } from "@/lib/transport/serve";

export const POST = serve(factorsContract.beginPasskey, beginPasskey);
