import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { formatNumber } from "@/lib/i18n/number-format";
import { fixedMachine } from "./fixed-machine";
import { FIXED_EFFICIENCIES, FIXED_ROWS, type FixedRow } from "./fixed-rows";

type Line = { label: string; digits: number; value: (row: FixedRow) => number };

/** Figures that never change, so that anyone can compare them with their own arithmetic. */
export function FixedExample() {
  const t = useTranslations("formulas.check");
  const locale = useLocale();
  const number = (value: number, digits: number) => formatNumber(locale, value, { digits });
  const lines: Line[] = [
    { label: t("difficulty"), digits: 0, value: (row) => row.difficulty },
    { label: t("reward"), digits: 0, value: (row) => row.rewardSats },
    { label: t("price"), digits: 0, value: (row) => row.btcPriceUsd },
    { label: t("sats"), digits: 10, value: (row) => row.satsPerThDay },
    { label: t("hashprice"), digits: 10, value: (row) => row.hashpriceUsdPerPhDay },
    ...FIXED_EFFICIENCIES.map((efficiency, index) => ({
      label: t("breakEven", { efficiency }),
      digits: 6,
      value: (row: FixedRow) => row.breakEven[index] ?? 0,
    })),
  ];
  const columns: Column<Line>[] = [
    { key: "label", header: t("quantity"), cell: (line) => line.label },
    ...FIXED_ROWS.map((row, index) => ({
      key: String(index),
      header: t("example", { number: index + 1 }),
      numeric: true,
      cell: (line: Line) => number(line.value(row), line.digits),
    })),
  ];
  const { revenue, energy, net } = fixedMachine();
  return (
    <Section id="check" title={t("title")} className="scroll-mt-20 border-t border-line pt-6">
      <div className="grid max-w-[52rem] gap-4">
        <p className="max-w-[64ch] text-muted">{t("text")}</p>
        <Table caption={t("title")} columns={columns} rows={lines} rowKey={(line) => line.label} />
        <p className="text-muted">
          {t("machine", { revenue: number(revenue, 8), energy: number(energy, 8), net: number(net, 8) })}
        </p>
      </div>
    </Section>
  );
}
