import { Text, View } from "@react-pdf/renderer";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { NO_VALUE } from "@/lib/i18n/number-format";
import { eyebrow } from "../answer-text";
import type { Report, ReportScenario } from "../report";
import type { Words } from "../words";
import { fittedUsd } from "./fitted";
import { type PdfColumn, PdfTable } from "./table";
import { INK } from "./theme";

/** The first page where there are several scenarios: one a row, under the same market. */
export function Comparison({ report, words }: { report: Report; words: Words }) {
  const { t, page, show } = words;
  const figure = (key: string, header: string, cell: (row: ReportScenario) => string): PdfColumn<ReportScenario> => ({
    key,
    header,
    flex: 1.05,
    numeric: true,
    cell,
  });
  const columns: PdfColumn<ReportScenario>[] = [
    {
      key: "name",
      header: page("compare.name"),
      flex: 2.1,
      cell: (row) => t("lettered", { letter: row.letter, text: eyebrow(words, row) }),
    },
    {
      ...figure("profit", page("compare.profit"), ({ result }) =>
        fittedUsd(words, result.daily_profit, { digits: 2, signed: true }),
      ),
      tone: ({ result }) => (result.daily_profit < 0 ? INK.down : undefined),
    },
    figure("breakEven", page("compare.breakEven"), ({ result: { break_even } }) => {
      const usdPerMwh = break_even.operating.electricity_usd_per_mwh;
      return usdPerMwh === null ? NO_VALUE : inlineFigure(show.powerPrice(usdPerMwh / 1000));
    }),
    figure("efficiency", page("compare.efficiency"), ({ result }) =>
      inlineFigure(show.efficiency(result.assumptions.machine.efficiency_j_per_th)),
    ),
    figure("payback", page("compare.payback"), ({ result: { investment } }) =>
      investment.payback_months === null
        ? NO_VALUE
        : page("facts.months", { months: show.number(investment.payback_months, { digits: 1 }).text }),
    ),
    figure("chance", t("paybackChance"), ({ result: { payback_probability: chance } }) =>
      chance === null ? NO_VALUE : inlineFigure(show.percent(chance * 100, { digits: 0 })),
    ),
    {
      ...figure("npv", page("compare.npv"), ({ result }) =>
        fittedUsd(words, result.investment.npv_usd, { signed: true }),
      ),
      tone: ({ result }) => ((result.investment.npv_usd ?? 0) < 0 ? INK.down : undefined),
    },
  ];
  return (
    <View>
      <Text style={{ fontSize: 19, fontWeight: 500, lineHeight: 1.3 }}>
        {t("comparison", { count: report.scenarios.length })}
      </Text>
      <Text style={{ color: INK.muted, marginTop: 3, marginBottom: 12 }}>{t("comparisonText")}</Text>
      <PdfTable columns={columns} rows={report.scenarios} />
    </View>
  );
}
