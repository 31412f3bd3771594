import { z } from "zod";
import { work } from "@/lib/kernel/work";
import { FleetDefaults } from "./core/fleet/schemas";

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

/** What the machines of a list earn, row by row. */
export const FleetCalculation = work({
  name: "calculator.fleet.calculate",
  input: z.strictObject({ file_id: z.uuid(), defaults: FleetDefaults }),
  retries: 3,
  wait: 5,
  longestWait: 60,
  lasts: 300,
  isShown: true,
  mayCancel: true,
});
