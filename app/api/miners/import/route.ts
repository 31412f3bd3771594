import { machinesContract } from "@/lib/machines/contract";
import { FLEET_LIMITS } from "@/lib/machines/core/fleet/schemas";
import { describeFleetFormat } from "@/lib/machines/use-cases/fleet/fleet-files";
import { importMiners } from "@/lib/machines/use-cases/fleet/import-miners";
import { serve } from "@/lib/transport/serve";
import { serveUpload } from "@/lib/transport/upload";

export const GET = serve(machinesContract.describeImport, describeFleetFormat);
export const POST = serveUpload(machinesContract.importMiners, importMiners, { maxBytes: FLEET_LIMITS.bytes });
