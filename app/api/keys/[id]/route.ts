import { apiKeysContract } from "@/lib/identity/core/api-keys/contract";
import { changeKey } from "@/lib/identity/use-cases/api-keys/change-key";
import { revokeKey } from "@/lib/identity/use-cases/api-keys/revoke-key";
import { serve } from "@/lib/transport/serve";

export const PATCH = serve(apiKeysContract.changeKey, changeKey);
export const DELETE = serve(apiKeysContract.revokeKey, revokeKey);
