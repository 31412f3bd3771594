import { calculatorContract } from "@/lib/calculator/contract";
import { calculateProfitability } from "@/lib/calculator/use-cases/calculate-profitability";
import { calculateLimiter } from "@/lib/transport/limiter";
import { serve } from "@/lib/transport/serve";

export const POST = serve(calculatorContract.calculate, calculateProfitability, { limiter: calculateLimiter });
