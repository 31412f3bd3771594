import { marketContract } from "@/lib/market/contract";
import { getNetworkData } from "@/lib/market/use-cases/get-network-data";
import { serve } from "@/lib/transport/serve";

export const GET = serve(marketContract.networkData, getNetworkData, { cacheControl: "public, max-age=10" });
