import { useTranslations } from "next-intl";
import type { RoiHeatmapAnswer } from "@/lib/analytics/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { Provenance } from "../../ui/provenance";
import { useFigures } from "../../ui/units-provider";
import { useHeatWords } from "./use-heat-words";

type Props = { answer: RoiHeatmapAnswer; machine: string; quantity: number };

/** The figure as things are now, and the price of bitcoin at which it would be nothing. */
export function HeatAnswer({ answer, machine, quantity }: Props) {
  const t = useTranslations("heatmap.answer");
  const show = useFigures();
  const words = useHeatWords(answer);
  const { here, market } = answer;
  const away = here.zero_price === null ? null : 100 * (here.zero_price / here.btc_price - 1);
  return (
    <div className="grid gap-2.5">
      <p className="text-xs text-subtle">
        {t("eyebrow", { quantity, machine, price: inlineFigure(show.powerPrice(here.electricity_cost)) })}
      </p>
      <h2 className="text-xl md:text-2xl">
        {t.rich(
          here.value === null && (answer.figure === "roi_days" || answer.figure === "irr_pct")
            ? `${answer.figure}_none`
            : answer.figure,
          {
            value: () => (
              <data value={here.value ?? ""} className="font-medium text-gold">
                {words.first(here.value)}
              </data>
            ),
          },
        )}
      </h2>
      {answer.figure !== "roi_days" && here.value !== null && (
        <p className="max-w-[68ch] text-base text-muted">
          {here.zero_price === null || away === null
            ? t("noZero")
            : t(away < 0 ? "zeroBelow" : "zeroAbove", {
                price: words.price(here.zero_price),
                away: inlineFigure(show.percent(Math.abs(away), { digits: 0 })),
              })}
        </p>
      )}
      <div className="flex flex-wrap gap-x-8 gap-y-1 text-xs text-subtle">
        {(["btc_price", "difficulty"] as const).map((name) => (
          <span key={name} className="flex gap-2">
            {name === "btc_price" ? words.price(here.btc_price) : inlineFigure(show.difficulty(here.difficulty))}
            <Provenance source={market[name].source} state={market[name].state} asOf={market[name].as_of} />
          </span>
        ))}
      </div>
    </div>
  );
}
