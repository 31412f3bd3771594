import { useTranslations } from "next-intl";
import { useState } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Figure } from "@/components/ui/figure";
import { type Column, Table } from "@/components/ui/table";
import { UnitSwitch } from "@/components/ui/unit-switch";
import { useFigures } from "@/components/ui/units-provider";
import type { CalculateOutput } from "@/lib/calculator/schemas";

type Month = CalculateOutput["chart_data"][number];

/** Every month of the projection with what drove it. Rows by the hundred cost a phone time: they come when asked for. */
export function ProjectionTable({ result }: { result: CalculateOutput }) {
  const t = useTranslations("calculator.projection");
  const [opened, setOpened] = useState(false);
  return (
    <div className="needs-script">
      <Disclosure
        title={t("title")}
        note={t("show", { months: result.chart_data.length })}
        onToggle={(event) => event.currentTarget.open && setOpened(true)}
      >
        {opened && (
          <>
            <UnitSwitch of="hashrate" className="w-fit" />
            <Months result={result} />
          </>
        )}
      </Disclosure>
    </div>
  );
}

function Months({ result }: { result: CalculateOutput }) {
  const t = useTranslations("calculator.projection");
  const show = useFigures();
  const figure = (
    key: Parameters<typeof t>[0],
    cell: (row: Month) => React.ComponentProps<typeof Figure>,
  ): Column<Month> => ({
    key,
    header: t(key),
    numeric: true,
    cell: (row) => <Figure {...cell(row)} />,
  });
  const columns: Column<Month>[] = [
    { key: "date", header: t("date"), cell: (row) => row.date },
    figure("height", (row) => show.number(row.block_height)),
    figure("difficulty", (row) => show.difficulty(row.difficulty)),
    figure("price", (row) => show.usd(row.btc_price, { digits: 0 })),
    figure("hashrate", (row) => show.hashrate(row.hashrate_th)),
    figure("mined", (row) => show.coin(row.mined_sats, row.btc_price)),
    figure("revenue", (row) => show.usd(row.revenue)),
    figure("cost", (row) => show.usd(row.cost)),
    figure("profit", (row) => show.usd(row.profit, { signed: true })),
    figure("cumulative", (row) => show.usd(row.cumulative_profit, { signed: true })),
  ];
  return (
    <Table caption={t("title")} columns={columns} rows={result.chart_data} rowKey={(row) => row.date} narrow="scroll" />
  );
}
