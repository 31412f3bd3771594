import { serve } from "@/lib/transport/serve";
import { workContract } from "@/lib/work/contract";
import { stopWork } from "@/lib/work/use-cases/watch-work";

export const POST = serve(workContract.stopWork, stopWork);
