import { serve } from "@/lib/transport/serve";
import { workContract } from "@/lib/work/contract";
import { cancelWork } from "@/lib/work/use-cases/own-work";

export const POST = serve(workContract.cancelWork, cancelWork);
