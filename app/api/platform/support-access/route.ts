import { platformContract } from "@/lib/identity/core/platform/contract";
import { listAllSupport } from "@/lib/identity/use-cases/platform/list-support";
import { startSupport } from "@/lib/identity/use-cases/platform/start-support";
import { serve } from "@/lib/transport/serve";

export const GET = serve(platformContract.listAllSupport, listAllSupport);
export const POST = serve(platformContract.startSupport, startSupport);
