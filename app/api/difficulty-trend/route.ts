import { marketContract } from "@/lib/market/contract";
import { getDifficultyTrend } from "@/lib/market/use-cases/get-trend";
import { serve } from "@/lib/transport/serve";

export const GET = serve(marketContract.difficultyTrend, getDifficultyTrend, { cacheControl: "public, max-age=60" });
