import { z } from "zod";
import { command } from "@/lib/kernel/use-case";
import { PortfoliosRecalculation } from "../../work";

/** Asks for portfolios to be computed anew; of all of them once, until that is done. */
export const askRecalculation = command({
  name: "calculator.portfolios.ask",
  permission: "system",
  routine: "Figures follow from the market and the models; who changed a model is in the log.",
  input: PortfoliosRecalculation.input,
  output: z.object({ work_id: z.uuid() }),
  run: (ctx, input) => ({
    work_id: ctx.unit.enqueue(PortfoliosRecalculation, input, {
      ...{ tenantId: ctx.tenantId, userId: null },
      // A model may change again while its first change is being worked in, so that is asked for each time.
      ...(input.model_id === null ? { key: "all" } : {}),
    }),
  }),
});
