import { marketContract } from "@/lib/market/contract";
import { getPlainNextDifficultyChange } from "@/lib/market/use-cases/get-plain-figure";
import { serve } from "@/lib/transport/serve";

export const GET = serve(marketContract.plainNextDifficultyChange, getPlainNextDifficultyChange, {
  cacheControl: "public, max-age=10",
});
