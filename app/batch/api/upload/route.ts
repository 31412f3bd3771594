import { calculatorContract } from "@/lib/calculator/contract";
import { BATCH_LIMITS } from "@/lib/calculator/core/batch/batch-limits";
import { uploadFleet } from "@/lib/calculator/use-cases/fleet/upload-fleet";
import { serveUpload } from "@/lib/transport/upload";

export const POST = serveUpload(calculatorContract.uploadFleet, uploadFleet, { maxBytes: BATCH_LIMITS.bytes });
