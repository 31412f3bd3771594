import { sessionsContract } from "@/lib/identity/core/sessions/contract";
import { endOtherSessions } from "@/lib/identity/use-cases/sessions/end-other-sessions";
import { serve } from "@/lib/transport/serve";

export const POST = serve(sessionsContract.endOtherSessions, endOtherSessions);
