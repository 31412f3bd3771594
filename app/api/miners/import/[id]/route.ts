import { machinesContract } from "@/lib/machines/contract";
import { findImport } from "@/lib/machines/use-cases/fleet/import-miners";
import { serve } from "@/lib/transport/serve";

export const GET = serve(machinesContract.findImport, findImport);
