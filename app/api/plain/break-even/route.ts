import { marketContract } from "@/lib/market/contract";
import { getPlainBreakEven } from "@/lib/market/use-cases/get-plain-figure";
import { serve } from "@/lib/transport/serve";

export const GET = serve(marketContract.plainBreakEven, getPlainBreakEven, { cacheControl: "public, max-age=10" });
