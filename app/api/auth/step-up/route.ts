import { identityContract } from "@/lib/identity/contract";
import { stepUp } from "@/lib/identity/use-cases/step-up";
import { serve } from "@/lib/transport/serve";

export const POST = serve(identityContract.stepUp, stepUp);
