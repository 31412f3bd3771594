import { calculatorContract } from "@/lib/calculator/contract";
import { getPortfolioSummary } from "@/lib/calculator/use-cases/portfolio/get-portfolio-summary";
import { serve } from "@/lib/transport/serve";

export const GET = serve(calculatorContract.getPortfolioSummary, getPortfolioSummary);
