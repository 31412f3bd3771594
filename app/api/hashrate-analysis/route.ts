import { marketContract } from "@/lib/market/contract";
import { getHashrateAnalysis } from "@/lib/market/use-cases/get-hashrate-analysis";
import { serve } from "@/lib/transport/serve";

export const GET = serve(marketContract.hashrateAnalysis, getHashrateAnalysis, { cacheControl: "public, max-age=60" });
