import { identityContract } from "@/lib/identity/contract";
import { refresh } from "@/lib/identity/use-cases/refresh";
import { serve } from "@/lib/transport/serve";

export const POST = serve(identityContract.refresh, refresh);
