import { machinesContract } from "@/lib/machines/contract";
import { unretireModel } from "@/lib/machines/use-cases/retire-model";
import { serve } from "@/lib/transport/serve";

export const POST = serve(machinesContract.unretireModel, unretireModel);
