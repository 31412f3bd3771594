import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { formatNumber } from "@/lib/i18n/number-format";
import { fixedMachine } from "./fixed-machine";
import { FIXED_EFFICIENCIES, FIXED_ROWS, type FixedRow } from "./fixed-rows";

/** Figures that never change, so that anyone can compare them with their own arithmetic. */
export function FixedExample() {
  const t = useTranslations("formulas.check");
  const locale = useLocale();
  const number = (value: number, digits: number) => formatNumber(locale, value, { digits });
  const figure = (key: string, header: string, cell: (row: FixedRow) => string): Column<FixedRow> => ({
    key,
    header,
    numeric: true,
    cell,
  });
  const columns: Column<FixedRow>[] = [
    { key: "difficulty", header: t("difficulty"), cell: (row) => number(row.difficulty, 0) },
    figure("reward", t("reward"), (row) => number(row.rewardSats, 0)),
    figure("price", t("price"), (row) => number(row.btcPriceUsd, 0)),
    figure("sats", t("sats"), (row) => number(row.satsPerThDay, 10)),
    figure("hashprice", t("hashprice"), (row) => number(row.hashpriceUsdPerPhDay, 10)),
    ...FIXED_EFFICIENCIES.map((efficiency, index) =>
      figure(`at${efficiency}`, t("breakEven", { efficiency }), (row) => number(row.breakEven[index] ?? 0, 6)),
    ),
  ];
  const { revenue, energy, net } = fixedMachine();
  return (
    <Section id="check" title={t("title")} className="scroll-mt-20 border-t border-line pt-6">
      <div className="grid gap-4">
        <p className="max-w-[64ch] text-muted">{t("text")}</p>
        <Table caption={t("title")} columns={columns} rows={FIXED_ROWS} rowKey={(row) => String(row.difficulty)} />
        <p className="max-w-[80ch] text-muted">
          {t("machine", { revenue: number(revenue, 8), energy: number(energy, 8), net: number(net, 8) })}
        </p>
      </div>
    </Section>
  );
}
