import { machinesContract } from "@/lib/machines/contract";
import { addModel } from "@/lib/machines/use-cases/add-model";
import { listModels } from "@/lib/machines/use-cases/list-models";
import { serve } from "@/lib/transport/serve";

export const GET = serve(machinesContract.listModels, listModels, { cacheControl: "public, max-age=60" });
export const POST = serve(machinesContract.addModel, addModel);
