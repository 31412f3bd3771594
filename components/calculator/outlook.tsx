import { useLocale, useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import { useFigures } from "@/components/ui/units-provider";
import { FIRST_DRAFT } from "@/lib/calculator/core/draft";
import type { CalculateOutput } from "@/lib/calculator/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { useDraft } from "./draft-context";

/** Difficulty a retarget and price a month, in percent. */
const OUTLOOKS = {
  flat: { difficulty_growth_pct_epoch: "0", price_growth_pct_month: "0" },
  expected: { difficulty_growth_pct_epoch: "1", price_growth_pct_month: "0" },
  hard: { difficulty_growth_pct_epoch: "2.5", price_growth_pct_month: "-1" },
} as const;
type Name = keyof typeof OUTLOOKS | "own";

/** Three views of the future in one press; the exact numbers are under Advanced. Needs a script, so it hides without. */
export function Outlook({ result }: { result: CalculateOutput }) {
  const t = useTranslations("calculator.inputs");
  const show = useFigures();
  const { draft, change } = useDraft();
  const growth = draft.difficulty_growth_pct_epoch ?? FIRST_DRAFT.difficulty_growth_pct_epoch;
  const price = draft.price_growth_pct_month ?? FIRST_DRAFT.price_growth_pct_month;
  const names = Object.keys(OUTLOOKS) as (keyof typeof OUTLOOKS)[];
  const chosen: Name =
    names.find(
      (name) =>
        OUTLOOKS[name].difficulty_growth_pct_epoch === growth && OUTLOOKS[name].price_growth_pct_month === price,
    ) ?? "own";
  const percent = (value: number) => inlineFigure(show.percent(value, { digits: [0, 2], signed: true }));
  return (
    <div className="needs-script grid gap-1.5">
      <span className="text-xs text-muted">{t("outlook")}</span>
      <Segmented<Name>
        name="outlook"
        label={t("outlook")}
        options={[
          { value: "flat", label: t("outlookFlat") },
          { value: "expected", label: t("outlookExpected") },
          { value: "hard", label: t("outlookHard") },
        ]}
        value={chosen}
        onValueChange={(name) => name !== "own" && change(OUTLOOKS[name])}
      />
      <p className="text-xs text-subtle">
        {t("outlookText", {
          difficulty: percent(result.assumptions.difficulty_growth_pct_epoch),
          price: percent(result.assumptions.price_growth_pct_month),
        })}
        {useLocale() === "zh" ? "" : " "}
        {t(result.next_halving?.inside_horizon ? "halvingInside" : "halvingOutside")}
      </p>
    </div>
  );
}
