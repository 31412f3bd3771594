import { marketContract } from "@/lib/market/contract";
import { getPlainBtcPrice } from "@/lib/market/use-cases/get-plain-figure";
import { serve } from "@/lib/transport/serve";

export const GET = serve(marketContract.plainBtcPrice, getPlainBtcPrice, { cacheControl: "public, max-age=10" });
