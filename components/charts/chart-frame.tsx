"use client";

import Download from "lucide-react/icons/download";
import Table2 from "lucide-react/icons/table-2";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Provenance } from "../ui/provenance";
import { Section } from "../ui/section";
import { Skeleton } from "../ui/skeleton";
import { toast } from "../ui/toast";
import { type Origin, useProvenanceWords } from "../ui/use-provenance-words";
import { chartCsv } from "./chart-csv";
import type { ChartFormat, ChartRow, ChartSeries } from "./chart-row";
import { ChartTable } from "./chart-table";
import { saveFile } from "./save-file";
import { svgToPng } from "./svg-to-png";
import { useNearViewport } from "./use-near-viewport";

export type ChartFrameProps = {
  title: string;
  note?: ReactNode;
  /** What the chart shows, in a sentence, for who can't see it. */
  summary: string;
  rows: readonly ChartRow[];
  format: ChartFormat;
  /** Name of the x column in table and file; "Date" otherwise. */
  xLabel?: string;
  /** Without ending: `hashinsight-profit`. */
  filename: string;
  height?: number;
  /** Where the figures come from and how old they are. */
  origin?: Origin | undefined;
  /** More buttons at the right. */
  tools?: ReactNode;
};

type Props = ChartFrameProps & {
  /** The columns of the table and the file. */
  series: readonly ChartSeries[];
  legend?: ReactNode;
  /** Draws; asked only when the chart is near. */
  children: (height: number) => ReactNode;
};

/** Around every chart: title, the same data as a table, PNG and CSV, and its place held until it is near. */
export function ChartFrame({
  title,
  note,
  summary,
  rows,
  format,
  xLabel,
  filename,
  height = 300,
  origin,
  tools,
  series,
  legend,
  children,
}: Props) {
  const t = useTranslations("common");
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const near = useNearViewport(body);
  const [asTable, setAsTable] = useState(false);
  const xName = xLabel ?? t("charts.date");
  const provenance = useProvenanceWords();
  const savePng = async () => {
    try {
      const svg = body.current?.querySelector<SVGSVGElement>("svg.recharts-surface");
      if (!svg) throw new Error("The chart isn't drawn yet.");
      const below = [series.map(({ label }) => label).join(" · "), ...(origin ? [provenance.whole(origin)] : [])];
      saveFile(`${filename}.png`, await svgToPng(svg, { title, below }));
    } catch {
      toast.error(t("charts.pngFailed"));
    }
  };
  // The mark at the front tells a spreadsheet that the text is UTF-8.
  const saveCsv = () =>
    saveFile(
      `${filename}.csv`,
      new Blob(["\ufeff", chartCsv(xName, rows, series)], { type: "text/csv;charset=utf-8" }),
    );
  const table = <ChartTable {...{ title, rows, series, format, xName }} />;
  return (
    <Section
      id={id}
      title={title}
      note={note}
      tools={
        <span className="needs-script contents">
          {tools}
          <Button
            variant="quiet"
            aria-pressed={asTable}
            title={t("charts.showTable")}
            onClick={() => setAsTable((is) => !is)}
          >
            <Table2 aria-hidden="true" />
            {t("actions.table")}
          </Button>
          <Button
            variant="quiet"
            title={t("charts.downloadPng")}
            disabledReason={asTable ? t("charts.showChart") : undefined}
            onClick={savePng}
          >
            <Download aria-hidden="true" />
            {t("actions.png")}
          </Button>
          <Button variant="quiet" title={t("charts.downloadCsv")} onClick={saveCsv}>
            <Download aria-hidden="true" />
            {t("actions.csv")}
          </Button>
        </span>
      }
    >
      {!asTable && legend}
      <div ref={body} style={{ minHeight: height }}>
        {asTable ? (
          <div className="max-h-[28rem] overflow-y-auto print:max-h-none">{table}</div>
        ) : (
          <figure aria-label={summary} className="needs-script m-0">
            {near ? children(height) : <ChartPlace height={height} />}
          </figure>
        )}
        <noscript>{table}</noscript>
      </div>
      {origin && <Provenance source={origin.source} state={origin.state} asOf={origin.as_of} className="mt-2" />}
    </Section>
  );
}

/** What holds the place of a chart that isn't loaded yet. */
export function ChartPlace({ height }: { height: number }) {
  return (
    <div style={{ height }}>
      <Skeleton className="h-full" />
    </div>
  );
}
