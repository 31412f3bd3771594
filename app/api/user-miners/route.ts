import { machinesContract } from "@/lib/machines/contract";
import { addUserMiner } from "@/lib/machines/use-cases/add-user-miner";
import { listUserMiners } from "@/lib/machines/use-cases/list-user-miners";
import { serve } from "@/lib/transport/serve";

export const GET = serve(machinesContract.listUserMiners, listUserMiners);
export const POST = serve(machinesContract.addUserMiner, addUserMiner);
