import { marketContract } from "@/lib/market/contract";
import { getMarketData } from "@/lib/market/use-cases/get-market-data";
import { serve } from "@/lib/transport/serve";

export const GET = serve(marketContract.marketData, getMarketData, { cacheControl: "public, max-age=10" });
