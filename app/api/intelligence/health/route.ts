import { intelligenceContract } from "@/lib/intelligence/contract";
import { getHealth } from "@/lib/intelligence/use-cases/get-health";
import { serve } from "@/lib/transport/serve";

export const GET = serve(intelligenceContract.health, getHealth);
