import { serve } from "@/lib/transport/serve";
import { workContract } from "@/lib/work/contract";
import { getWork } from "@/lib/work/use-cases/own-work";

export const GET = serve(workContract.getWork, getWork);
