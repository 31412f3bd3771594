import { marketContract } from "@/lib/market/contract";
import { getPlainDifficulty } from "@/lib/market/use-cases/get-plain-figure";
import { serve } from "@/lib/transport/serve";

export const GET = serve(marketContract.plainDifficulty, getPlainDifficulty, { cacheControl: "public, max-age=10" });
