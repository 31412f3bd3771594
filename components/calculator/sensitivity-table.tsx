import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { Section } from "@/components/ui/section";
import { useFigures } from "@/components/ui/units-provider";
import type { Sensitivity } from "@/lib/calculator/core/sensitivity";

/** Profit a day over price and difficulty, today marked, and the line at which it turns drawn between the cells. */
export function SensitivityTable({ grid, quantity }: { grid: Sensitivity; quantity: number }) {
  const t = useTranslations("calculator.sensitivity");
  const show = useFigures();
  const strongest = Math.max(1e-9, ...grid.profits.flat().map(Math.abs));
  return (
    <Section id="sensitivity" title={t("title")} note={t("caption", { quantity })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className="overflow-x-auto" aria-label={t("title")} tabIndex={0}>
        <table className="w-full border-separate border-spacing-0.5 text-center text-sm">
          <caption className="sr-only">{t("title")}</caption>
          <thead>
            <tr className="text-xs text-subtle">
              <th scope="col" className="sticky left-0 bg-bg pr-2 text-left font-normal">
                {t("difficulty")}
              </th>
              {grid.prices.map((price) => (
                <th key={price} scope="col" className="min-w-16 py-2 font-normal">
                  {show.usd(price, { digits: 0 }).text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.difficulties.map((difficulty, row) => (
              <tr key={difficulty}>
                <th
                  scope="row"
                  className="sticky left-0 bg-bg pr-2 text-right text-xs font-normal whitespace-nowrap text-subtle"
                >
                  {show.difficulty(difficulty, { digits: 1 }).text} T
                </th>
                {grid.prices.map((price, column) => {
                  const profit = grid.profits[row]?.[column] ?? 0;
                  const left = column === 0 ? undefined : grid.profits[row]?.[column - 1];
                  const above = row === 0 ? undefined : grid.profits[row - 1]?.[column];
                  const turns = (other: number | undefined) => other !== undefined && other < 0 !== profit < 0;
                  return (
                    <td
                      key={price}
                      data-here={row === grid.here.row && column === grid.here.column ? "" : undefined}
                      style={{ "--k": `${Math.round(8 + (38 * Math.abs(profit)) / strongest)}%` } as CSSProperties}
                      className={cx(
                        "h-9 min-w-16 rounded-sm px-1 whitespace-nowrap tabular-nums",
                        profit < 0
                          ? "bg-[color-mix(in_srgb,var(--color-down)_var(--k),var(--color-bg))]"
                          : "bg-[color-mix(in_srgb,var(--color-up)_var(--k),var(--color-bg))]",
                        turns(left) && "border-l-2 border-l-text",
                        turns(above) && "border-t-2 border-t-text",
                        "data-here:outline-2 data-here:-outline-offset-2 data-here:outline-gold",
                      )}
                    >
                      {show.usd(profit, { digits: 0, signed: true }).text}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-2 text-xs text-subtle">{t("legend")}</p>
    </Section>
  );
}
