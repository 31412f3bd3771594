import { calculatorContract } from "@/lib/calculator/contract";
import { getPortfolio } from "@/lib/calculator/use-cases/portfolio/get-portfolio";
import { serve } from "@/lib/transport/serve";

export const GET = serve(calculatorContract.getPortfolio, getPortfolio);
