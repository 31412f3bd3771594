import { serve } from "@/lib/transport/serve";
import { workContract } from "@/lib/work/contract";
import { watchWork } from "@/lib/work/use-cases/watch-work";

export const GET = serve(workContract.watchWork, watchWork);
