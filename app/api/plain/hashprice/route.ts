import { marketContract } from "@/lib/market/contract";
import { getPlainHashprice } from "@/lib/market/use-cases/get-plain-figure";
import { serve } from "@/lib/transport/serve";

export const GET = serve(marketContract.plainHashprice, getPlainHashprice, { cacheControl: "public, max-age=10" });
