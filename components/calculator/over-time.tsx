import { useTranslations } from "next-intl";
import { Figure } from "@/components/ui/figure";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { UnitSwitch } from "@/components/ui/unit-switch";
import { useFigures } from "@/components/ui/units-provider";
import type { CalculateOutput } from "@/lib/calculator/schemas";

type Sum = { name: string; mined: number; revenue: number; cost: number; profit: number };

/** Today, the first month, the first year and the whole horizon: sums of the same rows that the chart draws. */
export function OverTime({ result, tools }: { result: CalculateOutput; tools?: React.ReactNode }) {
  const t = useTranslations("calculator.over");
  const show = useFigures();
  const months = result.chart_data.length;
  const rows: Sum[] = [
    {
      name: t("day"),
      mined: result.daily_revenue_sats,
      revenue: result.daily_revenue,
      cost: result.daily_cost,
      profit: result.daily_profit,
    },
    sumOf(result, t("month"), 1),
    ...(months > 12 ? [sumOf(result, t("year"), 12)] : []),
    ...(months > 1 ? [sumOf(result, t("horizon", { months }), months)] : []),
  ];
  const price = result.market.btc_price.value;
  const columns: Column<Sum>[] = [
    { key: "name", header: t("period"), cell: (row) => row.name },
    { key: "mined", header: t("mined"), numeric: true, cell: (row) => <Figure {...show.coin(row.mined, price)} /> },
    { key: "revenue", header: t("revenue"), numeric: true, cell: (row) => <Figure {...show.usd(row.revenue)} /> },
    { key: "cost", header: t("cost"), numeric: true, cell: (row) => <Figure {...show.usd(row.cost)} /> },
    {
      key: "profit",
      header: t("profit"),
      numeric: true,
      cell: (row) => <Figure {...show.usd(row.profit, { signed: true })} />,
    },
  ];
  return (
    <Section
      id="over-time"
      title={t("title")}
      note={t("note")}
      tools={
        <>
          <span className="needs-script">
            <UnitSwitch of="coin" />
          </span>
          {tools}
        </>
      }
    >
      <Table caption={t("title")} columns={columns} rows={rows} rowKey={(row) => row.name} />
    </Section>
  );
}

function sumOf(result: CalculateOutput, name: string, months: number): Sum {
  const total: Sum = { name, mined: 0, revenue: 0, cost: 0, profit: 0 };
  for (const row of result.chart_data.slice(0, months)) {
    total.mined += row.mined_sats;
    total.revenue += row.revenue;
    total.cost += row.cost;
    total.profit += row.profit;
  }
  return total;
}
