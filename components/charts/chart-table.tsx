import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";
import { Table } from "../ui/table";
import type { ChartFormat, ChartRow, ChartSeries } from "./chart-row";

/** Long tables weigh more than the page: whoever wants all rows says so. */
const AT_FIRST = 100;

type Props = {
  title: string;
  rows: readonly ChartRow[];
  series: readonly ChartSeries[];
  format: ChartFormat;
  xName: string;
};

/** The same data as the chart's, in words; of many rows the last ones first. */
export function ChartTable({ title, rows, series, format, xName }: Props) {
  const t = useTranslations("common.charts");
  const [isWhole, setWhole] = useState(rows.length <= AT_FIRST);
  return (
    <>
      {!isWhole && (
        <Button variant="quiet" onClick={() => setWhole(true)}>
          {t("allRows", { count: rows.length })}
        </Button>
      )}
      <Table
        caption={title}
        narrow="scroll"
        rows={isWhole ? rows : rows.slice(-AT_FIRST)}
        rowKey={(row) => row.x}
        columns={[
          { key: "x", header: xName, cell: (row) => <span className="whitespace-nowrap">{format.x(row.x)}</span> },
          ...series.map(({ key, label }) => ({
            key,
            header: label,
            numeric: true,
            cell: (row: ChartRow) => {
              const value = row.values[key];
              return value === null || value === undefined ? "–" : format.value(value);
            },
          })),
        ]}
      />
    </>
  );
}
