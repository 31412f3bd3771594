import { identityContract } from "@/lib/identity/contract";
import { register } from "@/lib/identity/use-cases/register";
import { serve } from "@/lib/transport/serve";

export const POST = serve(identityContract.register, register);
