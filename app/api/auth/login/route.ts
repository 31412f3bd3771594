import { identityContract } from "@/lib/identity/contract";
import { login } from "@/lib/identity/use-cases/login";
import { serve } from "@/lib/transport/serve";

export const POST = serve(identityContract.login, login);
