import { useTranslations } from "next-intl";
import type { HistoricalReplayAnswer } from "@/lib/analytics/schemas";
import { Figure } from "../../ui/figure";
import { Section } from "../../ui/section";
import { Table } from "../../ui/table";
import { UnitSwitch } from "../../ui/unit-switch";
import { useFigures } from "../../ui/units-provider";

const WAYS = ["sold", "kept", "bought", "averaged"] as const;

/** What became of the same money in four ways, each with what it means. */
export function ComparisonTable({ answer }: { answer: HistoricalReplayAnswer }) {
  const t = useTranslations("replay.comparison");
  const show = useFigures();
  const { comparison, days } = answer;
  const lastPrice = days.at(-1)?.btc_price ?? null;
  const rows = WAYS.map((way) => ({ way, ...comparison[way] }));
  const most = Math.max(...rows.map(({ gain_usd }) => gain_usd));
  return (
    <Section
      id="comparison"
      title={t("title")}
      note={t("note", { spent: show.usd(comparison.spent_usd).text })}
      tools={<UnitSwitch of="coin" />}
    >
      <Table
        caption={t("title")}
        rows={rows}
        rowKey={({ way }) => way}
        columns={[
          {
            key: "way",
            header: t("way"),
            cell: ({ way, gain_usd }) => (
              <span className="grid py-1.5">
                <span className="text-text">
                  {t(`${way}.name`)}
                  {gain_usd === most && <span className="ml-2 text-xs text-up">{t("best")}</span>}
                </span>
                <span className="max-w-[46ch] text-xs text-subtle">{t(`${way}.text`)}</span>
              </span>
            ),
          },
          {
            key: "coins",
            header: t("coins"),
            numeric: true,
            cell: (row) => <Figure {...show.coin(row.sats, lastPrice)} />,
          },
          { key: "cash", header: t("cash"), numeric: true, cell: (row) => <Figure {...show.usd(row.cash_usd)} /> },
          { key: "value", header: t("value"), numeric: true, cell: (row) => <Figure {...show.usd(row.value_usd)} /> },
          {
            key: "gain",
            header: t("gain"),
            numeric: true,
            cell: (row) => <Figure {...show.usd(row.gain_usd, { signed: true })} />,
          },
        ]}
      />
    </Section>
  );
}
