import { machinesContract } from "@/lib/machines/contract";
import { restoreUserMiner } from "@/lib/machines/use-cases/restore-user-miner";
import { serve } from "@/lib/transport/serve";

export const POST = serve(machinesContract.restoreUserMiner, restoreUserMiner);
