import { machinesContract } from "@/lib/machines/contract";
import { importTemplate } from "@/lib/machines/use-cases/import-template";
import { serve } from "@/lib/transport/serve";

export const GET = serve(machinesContract.importTemplate, importTemplate);
