import { identityContract } from "@/lib/identity/contract";
import { logout } from "@/lib/identity/use-cases/logout";
import { serve } from "@/lib/transport/serve";

export const POST = serve(identityContract.logout, logout, { closes: true });
