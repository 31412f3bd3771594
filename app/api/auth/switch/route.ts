import { identityContract } from "@/lib/identity/contract";
import { switchTenant } from "@/lib/identity/use-cases/switch-tenant";
import { serve } from "@/lib/transport/serve";

export const POST = serve(identityContract.switchTenant, switchTenant);
