import { adminContract } from "@/lib/admin/contract";
import { listJobs } from "@/lib/admin/use-cases/list-jobs";
import { serve } from "@/lib/transport/serve";

export const GET = serve(adminContract.systemJobs, listJobs);
