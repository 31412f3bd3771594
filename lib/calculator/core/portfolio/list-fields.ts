import { z } from "zod";
import { NO_SITE, PORTFOLIO_ORDERS, PORTFOLIO_SHOWS, PORTFOLIO_SORTS } from "./list-choices";

/** What is asked for of a portfolio's rows: which, in which order. */
export const listFields = {
  show: z.enum(PORTFOLIO_SHOWS).default("all").meta({ description: "losing: those that cost more than they earn" }),
  model: z.string().min(1).max(120).optional().meta({ description: "Of this model: its id" }),
  site: z
    .string()
    .min(1)
    .max(60)
    .optional()
    .meta({ description: `Of this site; ${NO_SITE} for those of none` }),
  search: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: "In the name of the model, the label or the site" }),
  sort: z.enum(PORTFOLIO_SORTS).default("added"),
  order: z.enum(PORTFOLIO_ORDERS).default("desc"),
};

export const Matching = z
  .object({
    rows: z.int().min(0),
    machines: z.int().min(0),
    daily_profit: z.number().meta({ description: "US dollars a day" }),
  })
  .meta({ description: "All rows that are asked for together, on whichever page" });
