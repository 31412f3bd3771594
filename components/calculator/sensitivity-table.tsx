import { useTranslations } from "next-intl";
import { HeatTable } from "@/components/charts/heat-table";
import { Section } from "@/components/ui/section";
import { useFigures } from "@/components/ui/units-provider";
import type { Sensitivity } from "@/lib/calculator/core/sensitivity";
import { inlineFigure } from "@/lib/i18n/inline-figure";

/** Profit a day over price and difficulty, today marked, and the line at which it turns drawn between the cells. */
export function SensitivityTable({ grid, quantity }: { grid: Sensitivity; quantity: number }) {
  const t = useTranslations("calculator.sensitivity");
  const show = useFigures();
  // One number of decimals in the whole table: cents only where nothing reaches ten dollars.
  const digits = grid.profits.flat().some((profit) => Math.abs(profit) >= 10) ? 0 : 2;
  return (
    <Section id="sensitivity" title={t("title")} note={t("caption", { quantity })}>
      <HeatTable
        caption={t("title")}
        corner={t("difficulty")}
        columns={grid.prices.map((price) => show.usd(price, { digits: 0 }).text)}
        rows={grid.difficulties.map((difficulty, row) => ({
          label: inlineFigure(show.difficulty(difficulty, { digits: 1 })),
          values: grid.profits[row] ?? [],
        }))}
        format={(profit) => show.usd(profit, { digits, signed: true }).text}
        now={grid.here}
      />
      <p className="mt-2 text-xs text-subtle">{t("legend")}</p>
    </Section>
  );
}
