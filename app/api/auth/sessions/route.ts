import { sessionsContract } from "@/lib/identity/core/sessions/contract";
import { listOwnSessions } from "@/lib/identity/use-cases/sessions/list-own-sessions";
import { serve } from "@/lib/transport/serve";

export const GET = serve(sessionsContract.listOwnSessions, listOwnSessions);
