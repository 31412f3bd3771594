import { calculatorContract } from "@/lib/calculator/contract";
import { readFleetAgain } from "@/lib/calculator/use-cases/fleet/upload-fleet";
import { serve } from "@/lib/transport/serve";

export const POST = serve(calculatorContract.readFleetAgain, readFleetAgain);
