import { dateText } from "@/lib/i18n/time-format";
import { type YearRow, yearRows } from "../../../core/year-rows";
import type { ReportScenario } from "../report";
import type { Words } from "../words";
import { Part } from "./frame";
import { type PdfColumn, PdfTable } from "./table";
import { INK } from "./theme";

type Row = Omit<YearRow, "number" | "from" | "to" | "months"> & { name: string; period: string };

/** The projection year by year, and their sum. */
export function YearPart({ scenario, words }: { scenario: ReportScenario; words: Words }) {
  const { t, page, show, locale } = words;
  const years = yearRows(scenario.result.chart_data);
  const rows = years.map((year): Row => {
    const period = t("fromTo", { from: dateText(locale, year.from), to: dateText(locale, year.to) });
    return { ...year, name: t("year", { number: year.number }), period };
  });
  const all = rows.length > 1 ? [...rows, totalOf(rows, t("total"))] : rows;
  const money = (key: "revenue" | "cost" | "tax", header: string): PdfColumn<Row> => ({
    key,
    header,
    flex: 1.15,
    numeric: true,
    cell: (row) => show.usd(row[key], { digits: 0 }).text,
  });
  const signed = (key: "profit" | "cumulative_profit", header: string): PdfColumn<Row> => ({
    key,
    header,
    flex: 1.15,
    numeric: true,
    cell: (row) => show.usd(row[key], { digits: 0, signed: true }).text,
    tone: (row) => (row[key] < 0 ? INK.down : undefined),
  });
  const columns: PdfColumn<Row>[] = [
    { key: "name", header: t("columns.year"), flex: 0.8, cell: (row) => row.name },
    { key: "period", header: t("columns.period"), flex: 1.9, cell: (row) => row.period },
    {
      key: "mined",
      header: `${page("over.mined")}, sat`,
      flex: 1.15,
      numeric: true,
      cell: (row) => show.number(row.mined_sats).text,
    },
    money("revenue", page("over.revenue")),
    money("cost", page("over.cost")),
    ...(scenario.result.assumptions.tax_rate_pct > 0 ? [money("tax", t("tax"))] : []),
    signed("profit", page("over.profit")),
    signed("cumulative_profit", page("projection.cumulative")),
  ];
  return (
    <Part title={t("yearsTitle")} note={page("over.note")}>
      <PdfTable columns={columns} rows={all} isTotal={(row) => all.length > 1 && row === all.at(-1)} />
    </Part>
  );
}

function totalOf(rows: readonly Row[], name: string): Row {
  const sum = (key: "mined_sats" | "revenue" | "cost" | "profit" | "tax") =>
    rows.reduce((total, row) => total + row[key], 0);
  return {
    name,
    period: "",
    mined_sats: sum("mined_sats"),
    revenue: sum("revenue"),
    cost: sum("cost"),
    profit: sum("profit"),
    tax: sum("tax"),
    cumulative_profit: rows.at(-1)?.cumulative_profit ?? 0,
  };
}
