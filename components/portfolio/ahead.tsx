"use client";

import { useLocale, useTranslations } from "next-intl";
import type { PortfolioSummary } from "@/lib/calculator/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { dateText } from "@/lib/i18n/time-format";
import { Figure } from "../ui/figure";
import { Section } from "../ui/section";
import { type Column, Table } from "../ui/table";
import { UnitSwitch } from "../ui/unit-switch";
import { useFigures } from "../ui/units-provider";

type Projection = NonNullable<PortfolioSummary["projection"]>;
type Row = Projection["days_30"] & { key: string; name: string };

/** What the machines as they are now would earn in the next thirty days and years, and what that assumes. */
export function Ahead({ projection }: { projection: Projection }) {
  const t = useTranslations("portfolio.ahead");
  const locale = useLocale();
  const show = useFigures();
  const { assumptions: given, next_halving: halving } = projection;
  const rows: Row[] = [
    { key: "days", name: t("days"), ...projection.days_30 },
    ...projection.years.map((year, index) => ({ key: year.from, name: t("year", { number: index + 1 }), ...year })),
  ];
  const money = (key: "revenue" | "cost" | "profit"): Column<Row> => ({
    key,
    header: t(key),
    numeric: true,
    cell: (row) => <Figure {...show.usd(row[key], { digits: 0, signed: key === "profit" })} />,
  });
  const columns: Column<Row>[] = [
    { key: "name", header: t("stretch"), cell: ({ name }) => name },
    {
      key: "until",
      header: t("until"),
      cell: ({ to }) => <span className="whitespace-nowrap text-muted">{dateText(locale, to)}</span>,
    },
    {
      key: "mined",
      header: t("mined"),
      numeric: true,
      cell: ({ mined_sats }) => <Figure {...show.coin(mined_sats, given.btc_price)} />,
    },
    ...(["revenue", "cost", "profit"] as const).map(money),
  ];
  return (
    <Section id="ahead" title={t("title")} note={t("note")} tools={<UnitSwitch of="coin" />}>
      <Table caption={t("title")} columns={columns} rows={rows} rowKey={({ key }) => key} />
      <p className="mt-2 text-xs text-subtle">
        {t("assumed", {
          price: inlineFigure(show.usd(given.btc_price, { digits: 0 })),
          growth: inlineFigure(show.percent(given.difficulty_growth_pct_epoch)),
        })}
        {halving && t("halving", { height: show.number(halving.block_height).text, day: dateText(locale, halving.at) })}
      </p>
    </Section>
  );
}
