import { z } from "zod";
import { Figure, KnownFigure } from "@/lib/market/schemas";
import {
  Algorithms,
  Assumptions,
  Band,
  BreakEven,
  ChartRow,
  Investment,
  Profile,
  RewardSpread,
  Warning,
} from "./core/answer-parts";
import { machineFields } from "./core/machine-fields";
import { MarketInput } from "./core/market-input";
import { missingMachineField } from "./core/missing-machine-field";
import { pathFields, projectionFields } from "./core/projection-fields";

/** What `POST /api/calculate` and the figure `calculate` take; every default is in `core/defaults.ts`. */
export const CalculateInput = z
  .strictObject({ ...machineFields, ...projectionFields, ...pathFields, market: MarketInput.optional() })
  .superRefine(
    (input, ctx) => {
      const missing = missingMachineField(input);
      if (missing) ctx.addIssue({ code: "custom", path: [missing.path], message: missing.message });
    },
    // Said together with what is wrong with other fields, not after it.
    { when: ({ value }) => typeof value === "object" && value !== null },
  )
  .meta({ id: "CalculateInput" });
export type CalculateInput = z.output<typeof CalculateInput>;

/** The market that a calculation stands on, each figure with its origin. */
export const MarketFacts = z.object({
  btc_price: KnownFigure,
  difficulty: KnownFigure,
  network_hashrate_ehs: Figure,
  fees_sats_per_block: KnownFigure,
  block_height: KnownFigure,
  block_subsidy_sats: KnownFigure,
  block_interval_s: Figure,
});
export type MarketFacts = z.output<typeof MarketFacts>;

/** Today's scalars for all machines together: what a row of a batch carries too. */
export const TodayFigures = z.object({
  daily_revenue: z.number().meta({ description: "US dollars, after pool fee, uptime, rejects and curtailment" }),
  daily_cost: z.number().meta({ description: "US dollars: energy of the hours that run, and other costs" }),
  daily_profit: z.number().meta({ description: "US dollars: revenue − cost" }),
  daily_revenue_sats: z.number(),
  sats_per_th_day: z.number().meta({ description: "Gross: before fee and uptime" }),
  hashprice_usd_per_ph_day: z.number().meta({ description: "Gross: before fee and uptime" }),
  power_cost_usd_per_ph_day: z.number().meta({ description: "J/TH · 0.024 · $/MWh, at full uptime" }),
});
export type TodayFigures = z.output<typeof TodayFigures>;

export const RoiReason = z.enum(["no_machine_price", "not_within_horizon"]);
export type RoiReason = z.output<typeof RoiReason>;

export const CalculateOutput = TodayFigures.extend({
  roi_days: z.number().nullable().meta({ description: "Days from start_date to the payback; null: see roi_reason" }),
  roi_reason: RoiReason.nullable(),
  break_even: BreakEven,
  algorithms: Algorithms,
  reward_spread: RewardSpread.nullable().meta({ description: "SOLO, and PPLNS where pool_hashrate_ehs is given" }),
  profiles: z.array(Profile).nullable().meta({ description: "The machine as given first, then each profile" }),
  investment: Investment,
  next_halving: z
    .object({
      block_height: z.int(),
      at: z.iso.datetime().meta({ description: "At the given growth of difficulty" }),
      inside_horizon: z.boolean(),
    })
    .nullable()
    .meta({ description: "null once the subsidy is used up" }),
  chart_data: z.array(ChartRow),
  chart_bands: z.array(Band).nullable().meta({ description: "advanced only" }),
  payback_probability: z.number().nullable().meta({ description: "0 to 1: paths that pay back; advanced only" }),
  market: MarketFacts,
  assumptions: Assumptions,
  warnings: z.array(Warning),
}).meta({ id: "CalculateOutput" });
export type CalculateOutput = z.output<typeof CalculateOutput>;
