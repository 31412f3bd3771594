import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Figure } from "@/components/ui/figure";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { useFigures } from "@/components/ui/units-provider";
import type { CalculateOutput } from "@/lib/calculator/schemas";
import type { Outcome } from "./compute-outcome";

type Props = {
  names: readonly string[];
  outcomes: readonly Outcome[];
  active: number;
  onChoose: (index: number) => void;
};
type Scenario = { index: number; name: string; result: CalculateOutput | null };

/** Up to four scenarios, one a row, under the same market. */
export function CompareTable({ names, outcomes, active, onChoose }: Props) {
  const t = useTranslations("calculator.compare");
  const facts = useTranslations("calculator.facts");
  const show = useFigures();
  const rows = outcomes.map(({ result }, index): Scenario => ({ index, name: names[index] ?? "", result }));
  const figure = (key: string, header: string, cell: (result: CalculateOutput) => ReactNode): Column<Scenario> => ({
    key,
    header,
    numeric: true,
    cell: ({ result }) => (result ? cell(result) : "–"),
  });
  const columns: Column<Scenario>[] = [
    {
      key: "name",
      header: t("name"),
      cell: ({ index, name, result }) => (
        <button
          type="button"
          aria-pressed={index === active}
          onClick={() => onChoose(index)}
          className="touch text-left text-text underline-offset-4 hover:underline"
        >
          {"ABCD"[index]} · {result ? `${show.number(result.assumptions.quantity).text} × ` : ""}
          {name}
        </button>
      ),
    },
    figure("profit", t("profit"), (result) => <Figure {...show.usd(result.daily_profit, { signed: true })} />),
    figure("power", t("powerPrice"), (result) => <Figure {...show.powerPrice(result.assumptions.electricity_cost)} />),
    figure("breakEven", t("breakEven"), ({ break_even: { operating } }) =>
      operating.electricity_usd_per_mwh === null ? (
        "–"
      ) : (
        <Figure {...show.powerPrice(operating.electricity_usd_per_mwh / 1000)} />
      ),
    ),
    figure("efficiency", t("efficiency"), (result) => (
      <Figure {...show.efficiency(result.assumptions.machine.efficiency_j_per_th)} />
    )),
    figure("payback", t("payback"), ({ investment }) =>
      investment.payback_months === null
        ? "–"
        : facts("months", { months: show.number(investment.payback_months, { digits: 1 }).text }),
    ),
    figure("npv", t("npv"), ({ investment }) => (
      <Figure {...show.usd(investment.npv_usd, { signed: true, digits: 0 })} />
    )),
  ];
  return (
    <Section id="compare" title={t("title")} note={t("note")}>
      <Table caption={t("title")} columns={columns} rows={rows} rowKey={({ index }) => String(index)} />
    </Section>
  );
}
