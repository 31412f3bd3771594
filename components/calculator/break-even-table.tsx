import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Figure } from "@/components/ui/figure";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { useFigures } from "@/components/ui/units-provider";
import type { CalculateOutput } from "@/lib/calculator/schemas";

const LEVELS = ["cash", "operating", "full"] as const;
type Level = (typeof LEVELS)[number];

/** Where each level stops paying, by each figure that could move, all else held. */
export function BreakEvenTable({ result }: { result: CalculateOutput }) {
  const t = useTranslations("calculator.breakEven");
  const show = useFigures();
  const at = (level: Level) => result.break_even[level];
  const or = (value: number | null, figure: (value: number) => ComponentProps<typeof Figure>) =>
    value === null ? <span className="text-subtle">{t("none")}</span> : <Figure {...figure(value)} />;
  const columns: Column<Level>[] = [
    {
      key: "level",
      header: t("level"),
      cell: (level) => (
        <>
          <span className="text-text">{t(level)}</span> <span className="text-xs text-subtle">{t(`${level}Hint`)}</span>
        </>
      ),
    },
    {
      key: "power",
      header: t("power"),
      numeric: true,
      cell: (level) => or(at(level).electricity_usd_per_mwh, (value) => show.powerPrice(value / 1000)),
    },
    {
      key: "price",
      header: t("price"),
      numeric: true,
      cell: (level) => or(at(level).btc_price_usd, (value) => show.usd(value, { digits: 0 })),
    },
    {
      key: "difficulty",
      header: t("difficulty"),
      numeric: true,
      cell: (level) => or(at(level).difficulty, (value) => show.difficulty(value)),
    },
    {
      key: "hashprice",
      header: t("hashprice"),
      numeric: true,
      cell: (level) => or(at(level).hashprice_usd_per_ph_day, (value) => show.usd(value)),
    },
    {
      key: "efficiency",
      header: t("efficiency"),
      numeric: true,
      cell: (level) => or(at(level).efficiency_j_per_th, (value) => show.efficiency(value)),
    },
  ];
  return (
    <Section id="break-even" title={t("title")} note={t("note")}>
      <Table caption={t("title")} columns={columns} rows={LEVELS} rowKey={(level) => level} />
    </Section>
  );
}
