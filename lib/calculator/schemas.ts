import { z } from "zod";
import {
  ChosenModels,
  FleetCellError,
  FleetImport,
  FleetMapping,
  FleetSummary,
  HeadingRow,
  ImportId,
  ImportMiners,
  ListUserMiners,
  UserMiner,
} from "@/lib/machines/schemas";
import { Figure, FigureState, KnownFigure } from "@/lib/market/schemas";
import {
  Algorithms,
  Assumptions,
  Band,
  BreakEven,
  ChartRow,
  Investment,
  Profile,
  RewardSpread,
  TodayFigures,
  Warning,
} from "./core/answer-parts";
import { BatchResult, BatchTotals } from "./core/batch/schemas";
import { computedFields, defaultsField, exportFields, FleetDefaults, GoodFleetRow } from "./core/fleet/schemas";
import { machineFields, PoolMethod } from "./core/machine-fields";
import { MarketInput } from "./core/market-input";
import { missingMachineField } from "./core/missing-machine-field";
import { listFields, Matching } from "./core/portfolio/list-fields";
import { summaryFields } from "./core/portfolio/summary-schemas";
import { pathFields, projectionFields } from "./core/projection-fields";

export type { FleetRow, FleetSummary } from "@/lib/machines/schemas";
export { LIMITS } from "./core/limits";
export { machineFields } from "./core/machine-fields";
export { MarketInput } from "./core/market-input";
export { missingMachineField } from "./core/missing-machine-field";
export { projectionFields } from "./core/projection-fields";
export { TodayFigures };

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

const usdADay = z.number().meta({ description: "US dollars a day" });

/** What machines earn today, all of them together. */
const Earnings = z.object({
  hashrate_th: z.number().meta({ description: "TH/s, as the catalogue has them" }),
  power_w: z.number().meta({ description: "W at the wall, as the catalogue has them" }),
  daily_revenue: usdADay,
  daily_cost: usdADay,
  daily_profit: usdADay,
  as_of: z.iso.datetime().nullable().meta({ description: "Of the oldest figure of the market that is in them" }),
  state: FigureState.meta({ description: "Of the least sure figure of the market that is in them" }),
});

/** What a person's machines are worth together. */
export const Portfolio = Earnings.extend({
  machines: z.int().meta({ description: "Sum of the quantities" }),
  computed_at: z.iso.datetime().nullable(),
  up_to_version: z.int().min(0).meta({ description: "Every write up to this portfolio_version is in the figures" }),
  portfolio_version: z.int().min(0).meta({ description: "Of the last write; higher than up_to_version for a moment" }),
  assumptions: z
    .object({
      electricity_cost: z
        .number()
        .meta({ description: "US dollars per kWh, where machines have no price of their own" }),
      machines_at_it: z.int().meta({ description: "Machines without a price of their own" }),
      pool_method: PoolMethod,
      pool_fee_pct: z.number(),
      uptime_pct: z.number(),
    })
    .meta({ description: "As POST /api/calculate assumes them" }),
}).meta({ id: "Portfolio" });
export type Portfolio = z.output<typeof Portfolio>;

export const PortfolioMachine = UserMiner.extend({
  figures: Earnings.extend({ is_price_assumed: z.boolean() })
    .nullable()
    .meta({ description: "Of all of the row together; null until they are computed" }),
}).meta({ id: "PortfolioMachine" });
export type PortfolioMachine = z.output<typeof PortfolioMachine>;

export const ListPortfolioMachines = ListUserMiners.extend(listFields);

export const PortfolioMachinePage = z
  .object({ items: z.array(PortfolioMachine), next_cursor: z.string().nullable(), matching: Matching })
  .meta({ id: "PortfolioMachinePage" });
export type PortfolioMachinePage = z.output<typeof PortfolioMachinePage>;

/** What the page of a portfolio shows beside its rows. */
export const PortfolioSummary = z
  .object({
    portfolio: Portfolio.meta({ description: "As GET /api/portfolio answers it, of the same moment as the groups" }),
    ...summaryFields,
  })
  .meta({ id: "PortfolioSummary" });
export type PortfolioSummary = z.output<typeof PortfolioSummary>;

export const BatchCalculateOutput = z
  .object({ results: z.array(BatchResult), totals: BatchTotals, market: MarketFacts })
  .meta({ id: "BatchCalculateOutput" });

/** A list of machines, how it is read, and what its rows have where they say nothing. */
export const UploadFleet = ImportMiners.extend({ defaults: defaultsField });

export const ReadAgain = ImportId.extend({
  mapping: FleetMapping.optional(),
  models: ChosenModels.optional(),
  heading_row: HeadingRow.optional(),
  defaults: FleetDefaults.optional(),
});

export const ExportFleet = ImportId.extend(exportFields);

/** A list as it was computed, without its rows. */
export const FleetComputed = FleetSummary.extend({ ...computedFields, market: MarketFacts });
export type FleetComputed = z.output<typeof FleetComputed>;

export const FleetUpload = FleetImport.extend({
  computed: FleetComputed.nullable().meta({ description: "null: not yet; see /api/work/{id}" }),
}).meta({ id: "FleetUpload" });
export type FleetUpload = z.output<typeof FleetUpload>;

export const FleetResultRow = z
  .discriminatedUnion("ok", [
    GoodFleetRow,
    z.object({ row: GoodFleetRow.shape.row, ok: z.literal(false), errors: z.array(FleetCellError) }),
  ])
  .meta({ id: "FleetResultRow" });
export type FleetResultRow = z.output<typeof FleetResultRow>;

export const FleetResultRows = z.object({ rows: z.array(FleetResultRow) }).meta({ id: "FleetResultRows" });
