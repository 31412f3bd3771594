import { calculatorContract } from "@/lib/calculator/contract";
import { exportFleet } from "@/lib/calculator/use-cases/fleet/export-fleet";
import { reportLimiter } from "@/lib/transport/limiter";
import { serve } from "@/lib/transport/serve";

export const GET = serve(calculatorContract.exportFleet, exportFleet, { limiter: reportLimiter });
