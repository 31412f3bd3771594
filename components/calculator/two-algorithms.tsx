import { useTranslations } from "next-intl";
import { Figure } from "@/components/ui/figure";
import { Section } from "@/components/ui/section";
import { Stat, Stats } from "@/components/ui/stat";
import { useFigures } from "@/components/ui/units-provider";
import type { CalculateOutput } from "@/lib/calculator/schemas";

/** The same revenue by two independent ways, and how much of their gap luck explains. */
export function TwoAlgorithms({ result }: { result: CalculateOutput }) {
  const t = useTranslations("calculator.algorithms");
  const show = useFigures();
  const { algorithms } = result;
  const percent = (value: number | null) =>
    value === null ? t("unknown") : <Figure {...show.percent(value, { digits: 2, signed: true })} />;
  return (
    <Section id="algorithms" title={t("title")}>
      <Stats>
        <Stat label={t("difficulty")} value={<Figure {...show.coin(algorithms.difficulty.daily_revenue_sats)} />} />
        <Stat label={t("share")} value={<Figure {...show.coin(algorithms.network_share.daily_revenue_sats)} />} />
        <Stat label={t("gap")} value={percent(algorithms.gap_pct)} />
        <Stat label={t("luck")} value={percent(algorithms.luck_pct)} />
        <Stat label={t("unexplained")} value={percent(algorithms.unexplained_pct)} />
      </Stats>
      <p className={algorithms.warning ? "mt-3 text-warn" : "mt-3 text-subtle"}>
        {t(algorithms.warning ? "warning" : "note")}
      </p>
    </Section>
  );
}
