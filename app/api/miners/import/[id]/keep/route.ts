import { machinesContract } from "@/lib/machines/contract";
import { keepImport } from "@/lib/machines/use-cases/fleet/import-miners";
import { serve } from "@/lib/transport/serve";

export const POST = serve(machinesContract.keepImport, keepImport);
