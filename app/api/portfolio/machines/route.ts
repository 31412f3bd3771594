import { calculatorContract } from "@/lib/calculator/contract";
import { listPortfolioMachines } from "@/lib/calculator/use-cases/portfolio/list-portfolio-machines";
import { serve } from "@/lib/transport/serve";

export const GET = serve(calculatorContract.listPortfolioMachines, listPortfolioMachines);
