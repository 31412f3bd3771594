import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFigures } from "@/components/ui/units-provider";
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
  const operating = result.break_even.operating;
  const months = result.investment.payback_months;

  const headline = () => {
    const profit = show.usd(Math.abs(result.daily_profit)).text;
    if (result.daily_profit < 0) return t.rich("loses", { b: gold, loss: profit });
    if (result.daily_profit === 0) return t.rich("nothing", { b: gold });
    if (given.machine_price_usd === null) return t.rich("earns", { b: gold, profit });
    if (months === null) return t.rich("earnsNever", { b: gold, profit, horizon: given.horizon_months });
    return t.rich("earnsAndPays", { b: gold, profit, months: Math.ceil(months) });
  };

  const turningPoint = () => {
    if (operating.hashprice_usd_per_ph_day === null) return null;
    const hashprice = show.usd(operating.hashprice_usd_per_ph_day).text;
    const usdPerMwh = operating.electricity_usd_per_mwh;
    if (usdPerMwh === null || (result.daily_profit < 0 && usdPerMwh <= 0))
      return t.rich("startsFree", { b: strong, hashprice });
    const power = inlineFigure(show.powerPrice(usdPerMwh / 1000));
    return t.rich(result.daily_profit >= 0 ? "stops" : "starts", { b: strong, hashprice, power });
  };

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
      <h1 className="text-xl md:text-2xl">{headline()}</h1>
      <p className="max-w-[68ch] text-base text-muted">
        {result.daily_revenue > 0
          ? t("share", {
              share: inlineFigure(show.percent((100 * result.daily_cost) / result.daily_revenue, { digits: 0 })),
            })
          : t("noRevenue")}
        {gap}
        {turningPoint()}
        {gap}
        {odds !== null && t("odds", { count: Math.round(odds * 100), horizon: given.horizon_months })}
      </p>
    </div>
  );
}
