import { StyleSheet, Text, View } from "@react-pdf/renderer";
import { formatNumber, NO_VALUE } from "@/lib/i18n/number-format";
import { absoluteTime, relativeTime } from "@/lib/i18n/time-format";
import type { MarketFacts } from "../../../schemas";
import { assumptionRows } from "../assumption-rows";
import { type MarketRow, marketRows } from "../market-rows";
import type { Report, ReportScenario } from "../report";
import type { Words } from "../words";
import { Part } from "./frame";
import { spaced } from "./spaced";
import { type PdfColumn, PdfTable } from "./table";
import { INK, styles } from "./theme";

type MarketProps = Pick<Report, "madeAt" | "pinnedAt"> & { market: MarketFacts; words: Words };

const shown = (words: Words, value: number | string | null): string =>
  typeof value === "number" ? formatNumber(words.locale, value, { digits: [0, 8] }) : (value ?? NO_VALUE);

/** What the market was taken to be: value, source, time and age of each figure. */
export function MarketPart({ madeAt, pinnedAt, market, words }: MarketProps) {
  const { t, locale } = words;
  const old = ({ state }: MarketRow) => (state === "live" || state === "manual" ? undefined : INK.warn);
  const columns: PdfColumn<MarketRow>[] = [
    { key: "figure", header: t("columns.figure"), flex: 1.5, cell: (row) => row.label },
    { key: "value", header: t("columns.value"), flex: 1.5, numeric: true, cell: (row) => shown(words, row.value) },
    { key: "source", header: t("columns.source"), flex: 1.3, cell: (row) => row.source || NO_VALUE },
    {
      key: "time",
      header: t("columns.asOf"),
      flex: 1.4,
      cell: ({ asOf }) => (asOf ? asOf.slice(0, 16).replace("T", " ") : NO_VALUE),
    },
    {
      key: "age",
      header: t("columns.age"),
      flex: 1,
      cell: ({ asOf }) => (asOf ? spaced(relativeTime(locale, asOf, Date.parse(madeAt))) : NO_VALUE),
    },
    { key: "state", header: t("columns.state"), flex: 1, cell: (row) => row.stateWord || NO_VALUE, tone: old },
  ];
  const pinned = pinnedAt && t("marketPinned", { time: spaced(absoluteTime(locale, pinnedAt)) });
  return (
    <Part title={t("marketTitle")} {...(pinned ? { note: pinned } : {})}>
      <PdfTable columns={columns} rows={marketRows(words, market)} />
    </Part>
  );
}

const list = StyleSheet.create({
  columns: { flexDirection: "row", gap: 22 },
  column: { flex: 1 },
  item: {
    flexDirection: "row",
    paddingVertical: 2.4,
    borderBottomWidth: 0.5,
    borderBottomColor: INK.hair,
  },
  label: { flex: 1, color: INK.muted, paddingRight: 6 },
  value: { textAlign: "right", paddingRight: 8 },
  origin: { width: 66, fontSize: 7.5, color: INK.subtle },
});

/** Every other value behind the figures, and who gave it. What doesn't apply is left out. */
export function AssumptionPart({ scenario, words }: { scenario: ReportScenario; words: Words }) {
  const rows = assumptionRows(words, scenario).filter(({ value }) => value !== null);
  const half = Math.ceil(rows.length / 2);
  return (
    <Part title={words.page("assumptions.title")}>
      <View style={list.columns}>
        {[rows.slice(0, half), rows.slice(half)].map((column) => (
          <View key={column[0]?.key} style={list.column}>
            {column.map(({ key, label, value, origin }) => (
              <View key={key} style={list.item} wrap={false}>
                <Text style={list.label}>{label}</Text>
                <Text style={list.value}>{shown(words, value)}</Text>
                <Text style={list.origin}>{origin}</Text>
              </View>
            ))}
          </View>
        ))}
      </View>
      {scenario.result.assumptions.tax_rate_pct > 0 && (
        <Text style={[styles.small, { marginTop: 5 }]}>{words.page("assumptions.taxRule")}</Text>
      )}
    </Part>
  );
}
