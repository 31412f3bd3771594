import { useTranslations } from "next-intl";
import { Figure } from "@/components/ui/figure";
import { Section } from "@/components/ui/section";
import { Stat, Stats } from "@/components/ui/stat";
import { useFigures } from "@/components/ui/units-provider";
import type { CalculateOutput } from "@/lib/calculator/schemas";

/** Is the machine worth its price: present value, rates of return, and the satoshi that the dollars would have bought. */
export function InvestmentFacts({ result }: { result: CalculateOutput }) {
  const t = useTranslations("calculator.investment");
  const show = useFigures();
  const { investment, assumptions: given } = result;
  if (given.machine_price_usd === null) {
    return (
      <Section id="investment" title={t("title")}>
        <p className="text-muted">{t("noPrice")}</p>
      </Section>
    );
  }
  const reason =
    investment.irr_reason === "several_irr"
      ? "irrSeveral"
      : investment.irr_reason === "no_irr"
        ? "irrNone"
        : "irrOther";
  return (
    <Section id="investment" title={t("title")}>
      <Stats>
        <Stat label={t("npv")} value={<Figure {...show.usd(investment.npv_usd, { signed: true, digits: 0 })} />} />
        <Stat
          label={t("irr")}
          value={<Figure {...show.percent(investment.irr_pct, { digits: 1, signed: true })} />}
          note={investment.irr_pct === null ? t(reason) : undefined}
        />
        <Stat
          label={t("mirr")}
          value={<Figure {...show.percent(investment.mirr_pct, { digits: 1, signed: true })} />}
        />
        <Stat label={t("mined")} value={<Figure {...show.coin(investment.mined_sats)} />} />
        <Stat label={t("spot")} value={<Figure {...show.coin(investment.spot_alternative_sats)} />} />
      </Stats>
      <MineOrBuy mined={investment.mined_sats} bought={investment.spot_alternative_sats} />
    </Section>
  );
}

function MineOrBuy({ mined, bought }: { mined: number; bought: number | null }) {
  const t = useTranslations("calculator.investment");
  const show = useFigures();
  if (bought === null || bought <= 0 || mined <= 0) return null;
  const mining = mined >= bought;
  const share = show.percent(100 * (mining ? mined / bought - 1 : bought / mined - 1), { digits: 0 });
  return <p className="mt-3 text-muted">{t(mining ? "mineBetter" : "buyBetter", { share: `${share.text} %` })}</p>;
}
