import { apiKeysContract } from "@/lib/identity/core/api-keys/contract";
import { rotateKey } from "@/lib/identity/use-cases/api-keys/rotate-key";
import { serve } from "@/lib/transport/serve";

export const POST = serve(apiKeysContract.rotateKey, rotateKey);
