import { calculatorContract } from "@/lib/calculator/contract";
import { findUpload } from "@/lib/calculator/use-cases/fleet/find-upload";
import { serve } from "@/lib/transport/serve";

export const GET = serve(calculatorContract.findUpload, findUpload);
