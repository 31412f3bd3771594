import { marketContract } from "@/lib/market/contract";
import { getTechnicalIndicators } from "@/lib/market/use-cases/get-technical-indicators";
import { serve } from "@/lib/transport/serve";

export const GET = serve(marketContract.technicalIndicators, getTechnicalIndicators, {
  cacheControl: "public, max-age=60",
});
