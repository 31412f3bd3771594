import { z } from "zod";

/** The figures that a heatmap can show, each the calculator's. */
export const HEAT_FIGURES = {
  daily_profit: "US dollars a day",
  cumulative_profit: "US dollars over the horizon, less the price of the machines",
  npv_usd: "US dollars",
  irr_pct: "% a year",
  roi_days: "days",
} as const;
export const HeatFigure = z.enum(Object.keys(HEAT_FIGURES) as [keyof typeof HEAT_FIGURES], {
  error: `One of ${Object.keys(HEAT_FIGURES).join(", ")}.`,
});

export const HeatmapRow = z
  .object({
    at: z.number().meta({ description: "The row's difficulty, or its price of power in US dollars per kWh" }),
    values: z.array(z.number().nullable()).meta({ description: "One a price; null where there is no such value" }),
    zero_price: z
      .number()
      .nullable()
      .meta({ description: "The price at which the figure is zero; null where it isn't between the columns" }),
  })
  .meta({ id: "HeatmapRow" });
