import { useTranslations } from "next-intl";
import { saveFile } from "@/components/charts/save-file";
import type { HistoricalReplayAnswer } from "@/lib/analytics/schemas";
import { Button } from "../../ui/button";
import { Figure } from "../../ui/figure";
import { Section } from "../../ui/section";
import { type Column, Table } from "../../ui/table";
import { useFigures } from "../../ui/units-provider";
import { daysCsv } from "./replay-rows";
import { replayYears, type YearSum } from "./replay-years";

/** The period by calendar year, and the whole, which is their sum; every day as a file. */
export function YearTable({ answer }: { answer: HistoricalReplayAnswer }) {
  const t = useTranslations("replay.years");
  const show = useFigures();
  const { totals, days, from, to } = answer;
  const whole: YearSum = { ...totals, year: t("whole") };
  const rows = [...replayYears(days), whole];
  const figure = (key: "revenue" | "energy_cost" | "other_costs" | "capital", label: string): Column<YearSum> => ({
    key,
    header: label,
    numeric: true,
    cell: (row) => <Figure {...show.usd(row[key])} />,
  });
  const columns: Column<YearSum>[] = [
    {
      key: "year",
      header: t("year"),
      cell: ({ year }) => (year === whole.year ? <b className="font-medium text-text">{year}</b> : year),
    },
    { key: "days", header: t("days"), numeric: true, cell: (row) => <Figure {...show.number(row.days)} /> },
    { key: "mined", header: t("mined"), numeric: true, cell: (row) => <Figure {...show.coin(row.mined_sats)} /> },
    figure("revenue", t("revenue")),
    figure("energy_cost", t("energy")),
    ...(totals.other_costs > 0 ? [figure("other_costs", t("other"))] : []),
    ...(totals.capital > 0 ? [figure("capital", t("capital"))] : []),
    {
      key: "profit",
      header: t(totals.capital > 0 ? "profitBefore" : "profit"),
      numeric: true,
      cell: (row) => <Figure {...show.usd(row.profit, { signed: true })} />,
    },
  ];
  const save = () =>
    saveFile(`hashinsight-replay-${from}-${to}.csv`, new Blob([daysCsv(days)], { type: "text/csv;charset=utf-8" }));
  return (
    <Section
      id="years"
      title={t("title")}
      note={t("note")}
      tools={
        <Button variant="quiet" onClick={save}>
          {t("everyDay")}
        </Button>
      }
    >
      <Table caption={t("title")} rows={rows} rowKey={({ year }) => year} columns={columns} />
    </Section>
  );
}
