import { useLocale, useTranslations } from "next-intl";
import type { CurtailmentSimulation } from "@/lib/analytics/core/curtailment/simulation-schemas";
import { dateText } from "@/lib/i18n/time-format";
import { Figure } from "../../ui/figure";
import { Section } from "../../ui/section";
import { type Column, Table } from "../../ui/table";
import { useFigures } from "../../ui/units-provider";

type Compared = CurtailmentSimulation["price_rule"]["train"];

const WAYS = {
  always: "always_on_profit_usd",
  rule: "rule_profit_usd",
  merit: "merit_order_profit_usd",
  foresight: "foresight_profit_usd",
} as const satisfies Record<string, keyof Compared>;
type Way = keyof typeof WAYS;

/** Ways of deciding beside each other: on the months that the rule was found on, and on those that it never saw. */
export function WaysTable({ answer }: { answer: CurtailmentSimulation }) {
  const t = useTranslations("curtailment.ways");
  const locale = useLocale();
  const show = useFigures();
  const { train, test } = answer.price_rule;
  const period = ({ from, to }: Compared) => t("period", { from: dateText(locale, from), to: dateText(locale, to) });
  const judged = test ?? train;
  const profit = (compared: Compared, way: Way) => <Figure {...show.usd(compared[WAYS[way]], { signed: true })} />;
  const more = (way: Way) => {
    const [own, always] = [judged[WAYS[way]], judged.always_on_profit_usd];
    return own === null || always === null ? null : own - always;
  };
  const breaks = Object.values(WAYS).some((name) => judged[name] === null);
  const columns: Column<Way>[] = [
    {
      key: "way",
      header: t("way"),
      cell: (way) => (
        <span className="grid py-1.5">
          <span className="text-text">{t(`${way}.name`)}</span>
          <span className="max-w-[46ch] text-xs text-subtle">{t(`${way}.text`)}</span>
        </span>
      ),
    },
    { key: "train", header: t(test ? "train" : "only"), numeric: true, cell: (way) => profit(train, way) },
    ...(test
      ? [{ key: "test", header: t("test"), numeric: true, cell: (way: Way) => profit(test, way) } satisfies Column<Way>]
      : []),
    {
      key: "more",
      header: t("more"),
      numeric: true,
      cell: (way) => <Figure {...show.usd(more(way), { signed: true })} />,
    },
  ];
  return (
    <Section id="ways" title={t("title")} note={t("note")}>
      <Table caption={t("title")} rows={Object.keys(WAYS) as Way[]} rowKey={(way) => way} columns={columns} />
      <p className="mt-3 max-w-[76ch] text-xs text-subtle">
        {breaks && `${t("breaks")}${locale === "zh" ? "" : " "}`}
        {test
          ? t("unseen", { train: period(train), test: period(test) })
          : t("nothingToJudge", { train: period(train) })}
      </p>
    </Section>
  );
}
