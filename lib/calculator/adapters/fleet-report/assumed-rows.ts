import { DEFAULTS } from "../../core/defaults";
import type { FleetDefaults } from "../../core/fleet/schemas";
import type { FleetComputed } from "../../schemas";
import type { FleetReportWords } from "./fleet-report";

export type AssumedRow = { label: string; value: number | string; origin: string };

const NAMES = ["pool_method", "pool_fee_pct", "uptime_pct", "rejected_pct", "curtailment_pct"] as const;
const GIVEN_ONLY = ["pool_fee2_pct", "pool_hashrate_ehs"] as const;

/** What rows stand on where the list says nothing of its own, and who said it. */
export function assumedRows(
  { defaults, assumed_electricity_cost: assumed }: FleetComputed,
  { t, page, fleet }: FleetReportWords,
): AssumedRow[] {
  const label = (name: keyof FleetDefaults) => page(`assumptions.names.${name}`);
  const price = defaults.electricity_cost ?? assumed;
  const priceOrigin = fleet(`export.price.${defaults.electricity_cost === undefined ? "assumed" : "default"}`);
  return [
    ...(price === null ? [] : [{ label: label("electricity_cost"), value: price, origin: priceOrigin }]),
    ...NAMES.map((name) => ({
      label: label(name),
      value: defaults[name] ?? DEFAULTS[name],
      origin: t(defaults[name] === undefined ? "origin.default" : "origin.yours"),
    })),
    ...GIVEN_ONLY.flatMap((name) => {
      const value = defaults[name];
      return value === undefined ? [] : [{ label: label(name), value, origin: t("origin.yours") }];
    }),
  ];
}
