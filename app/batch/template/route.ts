import { machinesContract } from "@/lib/machines/contract";
import { getFleetTemplate } from "@/lib/machines/use-cases/fleet/fleet-files";
import { serve } from "@/lib/transport/serve";

export const GET = serve(machinesContract.fleetTemplate, getFleetTemplate);
