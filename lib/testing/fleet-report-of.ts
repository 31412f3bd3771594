import type { FleetReport } from "@/lib/calculator/adapters/fleet-report/fleet-report";
import { computedFleet } from "@/lib/calculator/core/fleet/computed-fleet";
import { fleetRow, withAssumedPrice } from "@/lib/calculator/core/fleet/fleet-row";
import type { FleetDefaults } from "@/lib/calculator/core/fleet/schemas";
import type { Locale } from "@/lib/kernel/context";
import { readFleet } from "@/lib/machines/core/fleet/read-fleet";
import { resolveModel, shippedCatalogue } from "@/lib/machines/index";
import { exampleCalculation } from "./calculation";

/** The report of a list of machines, by the pure functions, on a market that never changes. */
export function fleetReportOf(
  table: readonly (readonly string[])[],
  { locale = "en", defaults = {} }: { locale?: Locale; defaults?: FleetDefaults } = {},
): FleetReport {
  const { market } = exampleCalculation({}, { network_hashrate_ehs: 900 }).facts;
  const sheet = table.map((cells, at) => ({ row: at + 1, cells }));
  const read = readFleet(sheet, shippedCatalogue, { mapping: {}, models: {} });
  const find = (name: string) => resolveModel(shippedCatalogue, name);
  const facts = { market, today: "2026-01-01", find, defaults: withAssumedPrice(defaults) };
  const rows = read.rows.map((row) => fleetRow(row, facts, defaults));
  const computedAt = "2026-01-01T08:00:00.000Z";
  const computed = computedFleet(read.summary, rows, { market, defaults, computedAt, find });
  return { locale, madeAt: "2026-01-01T09:30:00.000Z", listName: "my fleet.csv", computed, rows };
}
