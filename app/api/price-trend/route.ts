import { marketContract } from "@/lib/market/contract";
import { getPriceTrend } from "@/lib/market/use-cases/get-trend";
import { serve } from "@/lib/transport/serve";

export const GET = serve(marketContract.priceTrend, getPriceTrend, { cacheControl: "public, max-age=60" });
