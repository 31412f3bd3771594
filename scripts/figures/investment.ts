import { z } from "zod";
import { returnFigures } from "@/lib/calculator/core/return-figures";
import { numberField } from "@/lib/kernel/number-field";
import { figure } from "./figure";

const LONGEST = 1201;
const orNull = z.number().nullable();
const rate = (name: string) => numberField(name, [-99, 1000], "% a year");
const asShare = (pct: number | undefined) => (pct === undefined ? undefined : pct / 100);

export const investment = figure({
  name: "investment",
  summary: "Present value, rates of return and payback of monthly cash flows, the first of them now",
  input: z.strictObject({
    cash_flows_usd: z
      .array(z.number({ error: "Each cash flow must be a number of US dollars." }), {
        error: "The cash flows must be a list of numbers.",
      })
      .min(1, { error: "Give at least one cash flow." })
      .max(LONGEST, { error: `Give at most ${LONGEST} cash flows.` }),
    rate_pct_year: rate("The discount rate"),
    finance_rate_pct: rate("The finance rate").optional().meta({ description: "The discount rate where left out" }),
    reinvest_rate_pct: rate("The reinvestment rate")
      .optional()
      .meta({ description: "The discount rate where left out" }),
  }),
  output: z.object({
    npv_usd: orNull,
    irr_pct_year: orNull,
    irr_rates_pct_year: z.array(z.number()).meta({ description: "Every rate, where there are several" }),
    mirr_pct_year: orNull,
    payback_months: orNull,
    reason: z.string().nullable().meta({
      description: "Why a figure is null: no_irr, several_irr, out_of_range, no_payback; joined by a comma",
    }),
  }),
  run(input) {
    const found = returnFigures(input.cash_flows_usd, {
      discount: input.rate_pct_year / 100,
      finance: asShare(input.finance_rate_pct),
      reinvest: asShare(input.reinvest_rate_pct),
    });
    const reasons = [found.irrReason, found.paybackMonths === null ? "no_payback" : null].filter((it) => it !== null);
    return {
      npv_usd: found.npvUsd,
      irr_pct_year: found.irrPct,
      irr_rates_pct_year: found.irrRatesPct,
      mirr_pct_year: found.mirrPct,
      payback_months: found.paybackMonths,
      reason: reasons.length > 0 ? reasons.join(",") : null,
    };
  },
});
