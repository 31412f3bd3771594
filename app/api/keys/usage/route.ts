import { apiKeysContract } from "@/lib/identity/core/api-keys/contract";
import { readUsage } from "@/lib/identity/use-cases/api-keys/read-usage";
import { serve } from "@/lib/transport/serve";

export const GET = serve(apiKeysContract.readUsage, readUsage);
