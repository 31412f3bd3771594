import { recalculatePortfolios } from "@/lib/calculator/use-cases/portfolio/recalculate-portfolios";
import { PortfoliosRecalculation } from "@/lib/calculator/work";
import { longWork } from "@/lib/transport/long-work";

export const work = longWork(PortfoliosRecalculation, recalculatePortfolios, {
  atOnce: 2,
  repeatable: "the same machines at the same market have the same figures",
});
