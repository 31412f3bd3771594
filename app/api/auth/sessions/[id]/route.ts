import { sessionsContract } from "@/lib/identity/core/sessions/contract";
import { endOwnSession } from "@/lib/identity/use-cases/sessions/end-own-session";
import { serve } from "@/lib/transport/serve";

export const DELETE = serve(sessionsContract.endOwnSession, endOwnSession);
