import { type YearRow, yearRows } from "../../../core/year-rows";
import type { Report, ReportScenario } from "../report";
import type { Words } from "../words";
import { fittedUsd } from "./fitted";
import { Part } from "./frame";
import { type PdfColumn, PdfTable } from "./table";
import { INK } from "./theme";

type Row = Omit<YearRow, "number" | "to" | "months"> & { name: string };
type Sum = "mined_sats" | "revenue" | "cost" | "tax" | "profit";
type Props = { report: Report; scenario: ReportScenario; words: Words };

/** The projection year by year, and their sum. */
export function YearPart({ report, scenario, words }: Props) {
  const { t, page, show } = words;
  const years = yearRows(scenario.result.chart_data);
  const rows = years.map((year): Row => ({ ...year, name: t("year", { number: year.number }) }));
  const all = rows.length > 1 ? [...rows, totalOf(rows, t("total"))] : rows;
  const coin = report.units.coin === "btc" ? "BTC" : "sat";
  const widest = Math.max(...all.flatMap((row) => [row.revenue, row.cost, row.cumulative_profit].map(Math.abs)));
  const money = (key: Sum | "cumulative_profit", header: string, signed = false): PdfColumn<Row> => ({
    key,
    header,
    flex: 1.1,
    numeric: true,
    cell: (row) => fittedUsd(words, row[key], { signed }, widest),
    tone: (row) => (signed && row[key] < 0 ? INK.down : undefined),
  });
  const columns: PdfColumn<Row>[] = [
    { key: "name", header: t("columns.year"), flex: 0.8, cell: (row) => row.name },
    { key: "from", header: t("columns.from"), flex: 1, cell: (row) => row.from },
    {
      key: "mined",
      header: `${page("over.mined")}, ${coin}`,
      flex: 1.4,
      numeric: true,
      cell: (row) => show.coin(row.mined_sats).text,
    },
    money("revenue", page("over.revenue")),
    money("cost", page("over.cost")),
    ...(scenario.result.assumptions.tax_rate_pct > 0 ? [money("tax", t("columns.taxShort"))] : []),
    money("profit", page("over.profit"), true),
    money("cumulative_profit", page("projection.cumulative"), true),
  ];
  return (
    <Part title={t("yearsTitle")} note={page("over.note")}>
      <PdfTable columns={columns} rows={all} isTotal={(row) => all.length > 1 && row === all.at(-1)} />
    </Part>
  );
}

function totalOf(rows: readonly Row[], name: string): Row {
  const sum = (key: Sum) => rows.reduce((total, row) => total + row[key], 0);
  return {
    name,
    from: "",
    mined_sats: sum("mined_sats"),
    revenue: sum("revenue"),
    cost: sum("cost"),
    tax: sum("tax"),
    profit: sum("profit"),
    cumulative_profit: rows.at(-1)?.cumulative_profit ?? 0,
  };
}
