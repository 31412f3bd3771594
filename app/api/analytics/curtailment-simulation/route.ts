import { curtailmentContract } from "@/lib/analytics/core/curtailment/contract";
import { simulateCurtailment } from "@/lib/analytics/use-cases/simulate-curtailment";
import { serve } from "@/lib/transport/serve";

export const POST = serve(curtailmentContract.simulate, simulateCurtailment);
