import { platformContract } from "@/lib/identity/core/platform/contract";
import { listTenants } from "@/lib/identity/use-cases/platform/list-tenants";
import { serve } from "@/lib/transport/serve";

export const GET = serve(platformContract.listTenants, listTenants);
