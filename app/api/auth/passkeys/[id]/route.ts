import { factorsContract } from "@/lib/identity/core/factors/contract";
import { removePasskey } from "@/lib/identity/use-cases/factors/remove-passkey";
import { renamePasskey } from "@/lib/identity/use-cases/factors/rename-passkey";
import { serve } from "@/lib/transport/serve";

export const PATCH = serve(factorsContract.renamePasskey, renamePasskey);
export const DELETE = serve(factorsContract.removePasskey, removePasskey);
