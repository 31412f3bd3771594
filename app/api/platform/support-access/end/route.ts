import { platformContract } from "@/lib/identity/core/platform/contract";
import { endOwnSupport } from "@/lib/identity/use-cases/platform/end-support";
import { serve } from "@/lib/transport/serve";

export const POST = serve(platformContract.endOwnSupport, endOwnSupport);
