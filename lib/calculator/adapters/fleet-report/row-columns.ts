import type { ExportColumn } from "@/lib/platform/spreadsheet/export-column";
import type { GoodFleetRow } from "../../core/fleet/schemas";
import type { FleetReportWords } from "./fleet-report";

const USD = "#,##0.00";

/** One row of machines a line, its figures unrounded: the same for CSV and Excel. */
export function rowColumns({ fleet }: FleetReportWords): ExportColumn<GoodFleetRow>[] {
  const priceFrom = ({ is_price_assumed, price_given }: GoodFleetRow) =>
    fleet(`export.price.${is_price_assumed ? "assumed" : price_given ? "list" : "default"}`);
  return [
    { header: fleet("export.columns.row"), value: ({ row }) => row, width: 8 },
    { header: fleet("export.columns.label"), value: ({ label }) => label, width: 18 },
    { header: fleet("export.columns.site"), value: ({ site }) => site, width: 18 },
    { header: fleet("export.columns.model"), value: ({ machine }) => machine.label, width: 28 },
    { header: fleet("export.columns.quantity"), value: ({ quantity }) => quantity, format: "#,##0", width: 10 },
    { header: fleet("export.columns.hashrate"), value: ({ machine }) => machine.hashrate_th, width: 12 },
    { header: fleet("export.columns.power"), value: ({ machine }) => machine.power_w, width: 12 },
    {
      header: fleet("export.columns.efficiency"),
      value: ({ machine }) => machine.efficiency_j_per_th,
      format: "0.00",
      width: 10,
    },
    {
      header: fleet("export.columns.electricity"),
      value: (row) => row.electricity_cost,
      format: "0.0000##",
      width: 18,
    },
    { header: fleet("export.columns.price_from"), value: priceFrom, width: 14 },
    { header: fleet("export.columns.revenue"), value: (row) => row.daily_revenue, format: USD },
    { header: fleet("export.columns.cost"), value: (row) => row.daily_cost, format: USD },
    { header: fleet("export.columns.profit"), value: (row) => row.daily_profit, format: USD },
    { header: fleet("export.columns.sats"), value: (row) => row.daily_revenue_sats, format: "#,##0" },
    {
      header: fleet("export.columns.break_even_power"),
      value: (row) => row.break_even.cash.electricity_usd_per_mwh,
      format: USD,
      width: 24,
    },
    {
      header: fleet("export.columns.break_even_btc"),
      value: (row) => row.break_even.cash.btc_price_usd,
      format: USD,
      width: 24,
    },
    { header: fleet("export.columns.purchased_at"), value: (row) => row.purchased_at, width: 14 },
    { header: fleet("export.columns.cost_usd"), value: (row) => row.cost_usd, format: USD, width: 22 },
  ];
}
