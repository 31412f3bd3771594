import { adminContract } from "@/lib/admin/contract";
import { runJob } from "@/lib/admin/use-cases/run-job";
import { serve } from "@/lib/transport/serve";

export const POST = serve(adminContract.runJob, runJob);
