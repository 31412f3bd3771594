import { identityContract } from "@/lib/identity/contract";
import { getMe } from "@/lib/identity/use-cases/get-me";
import { serve } from "@/lib/transport/serve";

export const GET = serve(identityContract.me, getMe);
