import { machinesContract } from "@/lib/machines/contract";
import { changeUserMiner } from "@/lib/machines/use-cases/change-user-miner";
import { readUserMiner } from "@/lib/machines/use-cases/list-user-miners";
import { retireUserMiner } from "@/lib/machines/use-cases/retire-user-miner";
import { serve } from "@/lib/transport/serve";

export const GET = serve(machinesContract.readUserMiner, readUserMiner);
export const PATCH = serve(machinesContract.changeUserMiner, changeUserMiner);
export const PUT = serve(machinesContract.putUserMiner, changeUserMiner);
export const DELETE = serve(machinesContract.retireUserMiner, retireUserMiner);
