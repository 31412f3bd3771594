import { marketContract } from "@/lib/market/contract";
import { getBtcPrice } from "@/lib/market/use-cases/get-btc-price";
import { serve } from "@/lib/transport/serve";

export const GET = serve(marketContract.btcPrice, getBtcPrice, { cacheControl: "public, max-age=10" });
