import { recalculatePortfolios } from "@/lib/calculator/use-cases/portfolio/recalculate-portfolios";
import { schedule } from "@/lib/transport/schedule";

/** Every ten minutes, so that no portfolio's figures are much older than the market's. */
export const job = schedule("*/10 * * * *", recalculatePortfolios, () => ({}), {
  missed: "once",
  repeatable: "the same machines at the same market have the same figures",
});
