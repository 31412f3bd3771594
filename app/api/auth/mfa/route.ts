import { identityContract } from "@/lib/identity/contract";
import { completeMfa } from "@/lib/identity/use-cases/complete-mfa";
import { serve } from "@/lib/transport/serve";

export const POST = serve(identityContract.mfa, completeMfa);
