import { intelligenceContract } from "@/lib/intelligence/contract";
import { getSloHealth } from "@/lib/intelligence/use-cases/get-slo-health";
import { serve } from "@/lib/transport/serve";

export const GET = serve(intelligenceContract.slo, getSloHealth);
