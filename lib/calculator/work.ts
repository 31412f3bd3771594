import { z } from "zod";
import { work } from "@/lib/kernel/work";

/**
 * Portfolios anew by the market and the models of now: all that there are, or those with machines of one model. In a
 * company: its own alone.
 */
export const PortfoliosRecalculation = work({
  name: "calculator.portfolios.recalculate",
  input: z.strictObject({ model_id: z.string().nullable() }),
  retries: 3,
  wait: 10,
  longestWait: 300,
  lasts: 3_600,
  isShown: false,
  mayCancel: true,
});
