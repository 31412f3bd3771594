import { calculatorContract } from "@/lib/calculator/contract";
import { listUploadRows } from "@/lib/calculator/use-cases/fleet/find-upload";
import { serve } from "@/lib/transport/serve";

export const GET = serve(calculatorContract.listUploadRows, listUploadRows);
