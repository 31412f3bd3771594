import { platformContract } from "@/lib/identity/core/platform/contract";
import { listSupport } from "@/lib/identity/use-cases/platform/list-support";
import { serve } from "@/lib/transport/serve";

export const GET = serve(platformContract.listSupport, listSupport);
