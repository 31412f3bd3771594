import { apiKeysContract } from "@/lib/identity/core/api-keys/contract";
import { createKey } from "@/lib/identity/use-cases/api-keys/create-key";
import { listKeys } from "@/lib/identity/use-cases/api-keys/list-keys";
import { serve } from "@/lib/transport/serve";

export const GET = serve(apiKeysContract.listKeys, listKeys);
export const POST = serve(apiKeysContract.createKey, createKey);
