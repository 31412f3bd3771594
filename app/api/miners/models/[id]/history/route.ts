import { machinesContract } from "@/lib/machines/contract";
import { modelHistory } from "@/lib/machines/use-cases/model-history";
import { serve } from "@/lib/transport/serve";

export const GET = serve(machinesContract.modelHistory, modelHistory);
