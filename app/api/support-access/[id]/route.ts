import { platformContract } from "@/lib/identity/core/platform/contract";
import { endSupport } from "@/lib/identity/use-cases/platform/end-support";
import { serve } from "@/lib/transport/serve";

export const DELETE = serve(platformContract.endSupport, endSupport);
