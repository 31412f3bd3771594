import { analyticsContract } from "@/lib/analytics/contract";
import { replayHistory } from "@/lib/analytics/use-cases/replay-history";
import { serve } from "@/lib/transport/serve";

export const POST = serve(analyticsContract.historicalReplay, replayHistory);
