import { platformContract } from "@/lib/identity/core/platform/contract";
import { reopenTenant } from "@/lib/identity/use-cases/platform/close-tenant";
import { serve } from "@/lib/transport/serve";

export const POST = serve(platformContract.reopenTenant, reopenTenant);
