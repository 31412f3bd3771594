import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFigures } from "@/components/ui/units-provider";
import { turningPoint, verdict } from "@/lib/calculator/core/verdict";
import type { CalculateOutput } from "@/lib/calculator/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";

type Props = { result: CalculateOutput; machineName: string };

const gold = (parts: ReactNode) => <b className="font-medium text-gold">{parts}</b>;
const strong = (parts: ReactNode) => <b className="font-medium text-text">{parts}</b>;

/** The page's answer in one sentence, and what moves it in a second. */
export function Answer({ result, machineName }: Props) {
  const t = useTranslations("calculator.answer");
  const show = useFigures();
  const { assumptions: given } = result;
  const amount = show.usd(Math.abs(result.daily_profit)).text;
  const turn = turningPoint(result);

  // Chinese sentences follow each other without a space.
  const gap = useLocale() === "zh" ? "" : " ";
  const odds = result.payback_probability ?? null;
  return (
    <div className="grid gap-2.5">
      <p className="text-xs text-subtle">
        {t("eyebrow", {
          quantity: given.quantity,
          machine: machineName,
          price: inlineFigure(show.powerPrice(given.electricity_cost)),
        })}
      </p>
      <h1 className="text-xl md:text-2xl">
        {t.rich(verdict(result), {
          b: gold,
          profit: amount,
          loss: amount,
          months: Math.ceil(result.investment.payback_months ?? 0),
          horizon: given.horizon_months,
        })}
      </h1>
      <p className="max-w-[68ch] text-base text-muted">
        {result.daily_cost < 0
          ? t("paid", { paid: show.usd(-result.daily_cost).text })
          : result.daily_revenue > 0
            ? t("share", {
                share: inlineFigure(show.percent((100 * result.daily_cost) / result.daily_revenue, { digits: 0 })),
              })
            : t("noRevenue")}
        {gap}
        {turn &&
          t.rich(turn.kind, {
            b: strong,
            hashprice: show.usd(turn.hashprice).text,
            power: inlineFigure(show.powerPrice(turn.usdPerKwh)),
          })}
        {gap}
        {result.reward_spread &&
          t("chance", {
            days: result.reward_spread.days,
            none: inlineFigure(show.percent(100 * result.reward_spread.no_block_probability, { digits: [0, 1] })),
          })}
        {gap}
        {odds !== null && t("odds", { count: Math.round(odds * 100), horizon: given.horizon_months })}
      </p>
    </div>
  );
}
