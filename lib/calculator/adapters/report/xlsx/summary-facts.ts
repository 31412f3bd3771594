import type { Messages } from "@/lib/i18n/messages";
import type { CalculateOutput } from "../../../schemas";
import { type Format, utcDate } from "./cells";

type FactKey = keyof Messages["report"]["facts"];
type UnitKey = keyof Messages["report"]["units"];
type Reason = NonNullable<CalculateOutput["roi_reason"] | CalculateOutput["investment"]["irr_reason"]>;

/** One line of the summary: the answer's own value in its own unit, or why there is none. */
export type SummaryFact = {
  key: FactKey;
  unit: UnitKey | null;
  format: Format;
  value(result: CalculateOutput): number | Date | null;
  reason?(result: CalculateOutput): Reason | null;
};

const roiReason = ({ roi_reason }: CalculateOutput): Reason | null => roi_reason;
const priceReason = ({ assumptions }: CalculateOutput): Reason | null =>
  assumptions.machine_price_usd === null ? "no_machine_price" : null;

export const SUMMARY_FACTS: readonly SummaryFact[] = [
  { key: "daily_profit", unit: "usdPerDay", format: "usd", value: (result) => result.daily_profit },
  { key: "daily_revenue", unit: "usdPerDay", format: "usd", value: (result) => result.daily_revenue },
  { key: "daily_cost", unit: "usdPerDay", format: "usd", value: (result) => result.daily_cost },
  { key: "daily_revenue_sats", unit: "satPerDay", format: "whole", value: (result) => result.daily_revenue_sats },
  {
    key: "hashprice_usd_per_ph_day",
    unit: "usdPerPhDay",
    format: "usd",
    value: (result) => result.hashprice_usd_per_ph_day,
  },
  { key: "sats_per_th_day", unit: "satPerThDay", format: "usd", value: (result) => result.sats_per_th_day },
  {
    key: "power_cost_usd_per_ph_day",
    unit: "usdPerPhDay",
    format: "usd",
    value: (result) => result.power_cost_usd_per_ph_day,
  },
  {
    key: "break_even",
    unit: "usdPerMwh",
    format: "usd",
    value: (result) => result.break_even.operating.electricity_usd_per_mwh,
  },
  {
    key: "payback_months",
    unit: "months",
    format: "usd",
    value: (result) => result.investment.payback_months,
    reason: roiReason,
  },
  { key: "roi_days", unit: "days", format: "usd", value: (result) => result.roi_days, reason: roiReason },
  {
    key: "payback_probability",
    unit: null,
    format: "share",
    value: (result) => result.payback_probability,
    reason: priceReason,
  },
  { key: "npv_usd", unit: "usd", format: "usd", value: (result) => result.investment.npv_usd, reason: priceReason },
  {
    key: "irr_pct",
    unit: "percentPerYear",
    format: "usd",
    value: (result) => result.investment.irr_pct,
    reason: (result) => result.investment.irr_reason,
  },
  {
    key: "mirr_pct",
    unit: "percentPerYear",
    format: "usd",
    value: (result) => result.investment.mirr_pct,
    reason: priceReason,
  },
  { key: "mined_sats", unit: "sat", format: "whole", value: (result) => result.investment.mined_sats },
  {
    key: "spot_alternative_sats",
    unit: "sat",
    format: "whole",
    value: (result) => result.investment.spot_alternative_sats,
    reason: priceReason,
  },
  {
    key: "network_share_sats",
    unit: "satPerDay",
    format: "whole",
    value: (result) => result.algorithms.network_share.daily_revenue_sats,
  },
  { key: "gap_pct", unit: "percent", format: "usd", value: (result) => result.algorithms.gap_pct },
  { key: "luck_pct", unit: "percent", format: "usd", value: (result) => result.algorithms.luck_pct },
  { key: "unexplained_pct", unit: "percent", format: "usd", value: (result) => result.algorithms.unexplained_pct },
  {
    key: "next_halving",
    unit: null,
    format: "time",
    value: ({ next_halving }) => (next_halving ? utcDate(next_halving.at) : null),
  },
];
