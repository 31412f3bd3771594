import { machinesContract } from "@/lib/machines/contract";
import { editModel } from "@/lib/machines/use-cases/edit-model";
import { readOneModel } from "@/lib/machines/use-cases/read-model";
import { serve } from "@/lib/transport/serve";

export const GET = serve(machinesContract.readModel, readOneModel);
export const PATCH = serve(machinesContract.editModel, editModel);
