import { machinesContract } from "@/lib/machines/contract";
import { listFleetErrors } from "@/lib/machines/use-cases/fleet/fleet-files";
import { serve } from "@/lib/transport/serve";

export const GET = serve(machinesContract.importErrors, listFleetErrors);
