import { marketContract } from "@/lib/market/contract";
import { getNetworkStats } from "@/lib/market/use-cases/get-network-stats";
import { serve } from "@/lib/transport/serve";

export const GET = serve(marketContract.networkStats, getNetworkStats, { cacheControl: "public, max-age=10" });
