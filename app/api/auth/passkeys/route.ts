import { factorsContract } from "@/lib/identity/core/factors/contract";
import { addPasskey } from "@/lib/identity/use-cases/factors/add-passkey";
import { listPasskeys } from "@/lib/identity/use-cases/factors/list-passkeys";
import { serve } from "@/lib/transport/serve";

export const GET = serve(factorsContract.listPasskeys, listPasskeys);
export const POST = serve(factorsContract.addPasskey, addPasskey);
