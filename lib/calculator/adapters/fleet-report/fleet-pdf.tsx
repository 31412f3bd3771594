import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { type FleetGroup, fleetGroups } from "../../core/fleet/fleet-groups";
import type { GoodFleetRow } from "../../core/fleet/schemas";
import { fittedUsd } from "../report/pdf/fitted";
import { fontFamily, registerFonts } from "../report/pdf/fonts";
import { PageFoot, PageHead, Part } from "../report/pdf/frame";
import { MarketPart } from "../report/pdf/origin-parts";
import { type PdfColumn, PdfTable } from "../report/pdf/table";
import { INK, styles } from "../report/pdf/theme";
import { type AssumedRow, assumedRows } from "./assumed-rows";
import { type FleetReport, type FleetReportWords, fleetReportWords, goodRows } from "./fleet-report";

/** So many lines of a table fit beside the rest on two pages; the workbook has them all. */
const MOST_LINES = 12;

const look = StyleSheet.create({
  headline: { fontSize: 19, fontWeight: 500, lineHeight: 1.3, marginTop: 3, color: INK.gold },
  outlook: { fontSize: 10, color: INK.muted, marginTop: 5 },
});

type Props = { report: FleetReport; words: FleetReportWords };

/** A fleet on A4: what it earns, by model and by site, what loses most, and everything that it stands on. */
export function fleetPdf(report: FleetReport): Promise<Uint8Array> {
  registerFonts();
  const words = fleetReportWords(report.locale);
  const names = goodRows(report).flatMap(({ label, site, machine }) => [label, site, machine.label]);
  return renderToBuffer(
    <Document
      title={`HashInsight · ${words.fleet("export.kicker")}`}
      creator="HashInsight"
      producer="HashInsight"
      language={report.locale === "zh" ? "zh-CN" : "en"}
      creationDate={new Date(report.madeAt)}
    >
      <Page
        size="A4"
        style={[styles.page, { fontFamily: fontFamily(report.locale, [...names, report.listName]) }]}
        wrap
      >
        <PageHead madeAt={report.madeAt} kicker={words.fleet("export.kicker")} words={words} />
        <PageFoot words={words} />
        <View style={styles.body}>
          <Answer report={report} words={words} />
          <Groups report={report} words={words} title="by_model" nameOf={({ machine }) => machine.label} />
          <Groups report={report} words={words} title="by_site" nameOf={({ site }) => site} />
          <Worst report={report} words={words} />
          <MarketPart madeAt={report.madeAt} pinnedAt={null} market={report.computed.market} words={words} />
          <Assumptions report={report} words={words} />
        </View>
      </Page>
    </Document>,
  );
}

function Answer({ report: { computed, listName }, words }: Props) {
  const { fleet, show } = words;
  const { totals, counts, rows_at_assumed_cost: assumed, assumed_electricity_cost: price } = computed;
  const usd = (value: number, signed = false) => fittedUsd(words, value, { digits: 2, signed });
  return (
    <View>
      <Text style={styles.small}>{fleet("export.list", { name: listName })}</Text>
      <Text style={look.headline}>
        {fleet("export.headline", { machines: totals.machines, profit: usd(totals.daily_profit, true) })}
      </Text>
      <Text style={look.outlook}>
        {fleet("export.outlook", {
          revenue: usd(totals.daily_revenue),
          cost: usd(totals.daily_cost),
          losing: totals.rows_losing,
        })}
        {counts.wrong > 0 ? ` ${fleet("export.left_out", { rows: counts.wrong })}` : ""}
        {price === null
          ? ""
          : ` ${fleet("export.assumed", { rows: assumed, price: inlineFigure(show.powerPrice(price)) })}`}
      </Text>
    </View>
  );
}

type GroupsProps = Props & { title: "by_model" | "by_site"; nameOf: (row: GoodFleetRow) => string | null };

function Groups({ report, words, title, nameOf }: GroupsProps) {
  const groups = fleetGroups(goodRows(report), nameOf);
  const { fleet, show } = words;
  if (groups.length === 0 || (groups.length === 1 && groups[0]?.name === null)) return null;
  const usd = (value: number) => fittedUsd(words, value, { digits: 2, signed: true });
  const columns: PdfColumn<FleetGroup>[] = [
    { key: "name", header: fleet(`export.${title}`), flex: 2.4, cell: ({ name }) => name ?? fleet("export.none") },
    {
      ...{ key: "machines", header: fleet("export.columns.machines"), flex: 1, numeric: true },
      cell: ({ machines }) => show.number(machines, { digits: 0 }).text,
    },
    {
      ...{ key: "hashrate", header: fleet("export.columns.hashrate_total"), flex: 1.2, numeric: true },
      cell: ({ hashrate_th }) => show.number(hashrate_th, { digits: 0 }).text,
    },
    {
      ...{ key: "profit", header: fleet("export.columns.profit"), flex: 1.3, numeric: true },
      cell: ({ daily_profit }) => usd(daily_profit),
      tone: ({ daily_profit }) => (daily_profit < 0 ? INK.down : undefined),
    },
  ];
  const others = groups.length - MOST_LINES;
  return (
    <Part title={fleet(`export.${title}`)} {...(others > 0 ? { note: fleet("export.others", { count: others }) } : {})}>
      <PdfTable columns={columns} rows={groups.slice(0, MOST_LINES)} />
    </Part>
  );
}

function Worst({ report, words }: Props) {
  const { fleet, show } = words;
  const losing = goodRows(report)
    .filter(({ daily_profit }) => daily_profit < 0)
    .toSorted((a, b) => a.daily_profit - b.daily_profit);
  if (losing.length === 0) return null;
  const columns: PdfColumn<GoodFleetRow>[] = [
    { key: "row", header: fleet("export.columns.row"), flex: 0.6, cell: ({ row }) => String(row) },
    { key: "model", header: fleet("export.columns.model"), flex: 2.2, cell: ({ machine }) => machine.label ?? "" },
    { key: "site", header: fleet("export.columns.site"), flex: 1.4, cell: ({ site }) => site ?? "" },
    {
      ...{ key: "price", header: fleet("export.columns.electricity"), flex: 1.4, numeric: true },
      cell: ({ electricity_cost }) => show.number(electricity_cost, { digits: [2, 6] }).text,
    },
    {
      ...{ key: "profit", header: fleet("export.columns.profit"), flex: 1.2, numeric: true },
      cell: ({ daily_profit }) => fittedUsd(words, daily_profit, { digits: 2, signed: true }),
      tone: () => INK.down,
    },
  ];
  return (
    <Part title={fleet("export.worst")}>
      <PdfTable columns={columns} rows={losing.slice(0, MOST_LINES)} />
    </Part>
  );
}

function Assumptions({ report, words }: Props) {
  const { fleet } = words;
  const columns: PdfColumn<AssumedRow>[] = [
    { key: "label", header: fleet("export.columns.figure"), flex: 2, cell: ({ label }) => label },
    { key: "value", header: fleet("export.columns.value"), flex: 1, numeric: true, cell: ({ value }) => String(value) },
    { key: "origin", header: fleet("export.columns.origin"), flex: 1.4, cell: ({ origin }) => origin },
  ];
  return (
    <Part title={fleet("export.sheets.assumptions")} note={fleet("export.method")}>
      <PdfTable columns={columns} rows={assumedRows(report.computed, words)} />
    </Part>
  );
}
