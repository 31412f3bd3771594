import { event } from "@/lib/kernel/event";
import { Portfolio } from "./schemas";

/**
 * A portfolio's totals, as GET /api/portfolio answers them. The aggregate is the totals (`portfolio-totals:TENANT:USER`),
 * which have versions of their own: a change of the market recalculates them without a write.
 */
export const PortfolioRecalculated = event({
  kind: "calculator.portfolio.recalculated.v1",
  schemaVersion: 1,
  topic: "events.ops",
  payload: Portfolio,
});
