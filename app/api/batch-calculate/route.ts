import { calculatorContract } from "@/lib/calculator/contract";
import { BATCH_LIMITS } from "@/lib/calculator/core/batch/batch-limits";
import { calculateBatch } from "@/lib/calculator/use-cases/calculate-batch";
import { jsonBodyWithin } from "@/lib/transport/body";
import { batchLimiter } from "@/lib/transport/limiter";
import { serve } from "@/lib/transport/serve";

export const POST = serve(calculatorContract.batchCalculate, calculateBatch, {
  limiter: batchLimiter,
  body: jsonBodyWithin(BATCH_LIMITS),
});
