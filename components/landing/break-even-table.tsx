"use client";

import { useTranslations } from "next-intl";
import type { LiveMarket } from "../layout/live-market";
import { useLiveMarket } from "../layout/use-live-market";
import { Figure } from "../ui/figure";
import { Section } from "../ui/section";
import { type Column, Table } from "../ui/table";
import { useFigures, useUnits } from "../ui/units-provider";
import { breakEvenUsdPerKwh, leftUsdPerPhDay } from "./break-even";

/** From the best machines of today to those that are switched off first. */
const EFFICIENCIES = [11, 15, 17.5, 21.5, 30, 38];
const USD_PER_KWH = 0.06;

/** What power may cost for each generation of machines: the whole trade in six rows. */
export function BreakEvenTable({ initial }: { initial: LiveMarket }) {
  const t = useTranslations("landing.breakEven");
  const show = useFigures();
  const { units } = useUnits();
  const { market } = useLiveMarket(initial);
  const hashprice = market.hashprice_usd_per_ph_day.value;
  const columns: Column<number>[] = [
    {
      key: "machine",
      header: t("machine"),
      cell: (efficiency) => <Figure {...show.efficiency(efficiency, { digits: 1 })} />,
    },
    {
      key: "stops",
      header: t("stops"),
      numeric: true,
      cell: (efficiency) => (
        <Figure
          {...show.powerPrice(breakEvenUsdPerKwh(hashprice, efficiency), {
            digits: units.powerPrice === "cent" ? 2 : 4,
          })}
        />
      ),
    },
    {
      key: "left",
      header: t("left"),
      numeric: true,
      cell: (efficiency) => {
        const left = leftUsdPerPhDay(hashprice, efficiency, USD_PER_KWH);
        return <Figure {...show.usd(left, { signed: true })} tone={left < 0 ? "down" : "plain"} />;
      },
    },
  ];
  return (
    <Section id="break-even" title={t("title")} note={t("note")}>
      <Table caption={t("caption")} columns={columns} rows={EFFICIENCIES} rowKey={String} narrow="scroll" />
    </Section>
  );
}
