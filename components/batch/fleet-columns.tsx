"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { fleetGroups } from "@/lib/calculator/core/fleet/fleet-groups";
import type { FleetResultRow } from "@/lib/calculator/schemas";
import type { FigureText } from "@/lib/i18n/figures";
import { hashrateUnits, powerPriceUnits, powerUnits, type Unit } from "@/lib/i18n/units";
import { Figure } from "../ui/figure";
import { useFigures, useUnits } from "../ui/units-provider";
import type { VirtualColumn } from "../ui/virtual-table";
import { type FleetItem, type GoodRow, nameOf } from "./arrange-fleet";
import { columnDigits, moneyDigits } from "./column-digits";
import { FirstCell } from "./first-cell";
import type { FleetSort, TableState } from "./table-state";

type Group = Extract<FleetItem, { kind: "group" }>["group"];
type Column = VirtualColumn<FleetItem>;
type Value = number | null;
/** How the figures of a column are written, all with the same number of decimals. */
type Kind = {
  draw: (value: Value, digits: number) => ReactNode;
  digitsOf: (values: readonly Value[]) => number;
  /** Of all its figures, written in the head. */
  unit?: string | undefined;
};
/** What a column shows of a row, and of a group where sums make sense. */
type Measure = readonly [
  key: FleetSort,
  width: number,
  kind: Kind,
  row: (row: GoodRow) => Value,
  group: ((group: Group) => Value) | null,
];

/**
 * The columns of a list's table, what answers the question first: of a row its figures, of a group its sums. A column that
 * no row fills isn't there.
 */
export function useFleetColumns(
  rows: readonly FleetResultRow[],
  { group: grouping }: TableState,
  { onToggle, onProblem }: { onToggle: (key: string) => void; onProblem: () => void },
): readonly Column[] {
  const t = useTranslations("batch.table.columns");
  const show = useFigures();
  const { units } = useUnits();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a press does is the same, though its function is not
  return useMemo(() => {
    const first = (width: number): Column => ({
      ...{ key: "model", header: t("model"), width },
      cell: (item) => <FirstCell item={item} grouping={grouping} {...{ onToggle, onProblem }} />,
    });
    const good = rows.filter((row): row is GoodRow => row.ok);
    const groups = grouping === null ? [] : fleetGroups(good, nameOf[grouping]);
    const word = (key: "site" | "label"): Column[] =>
      good.some((row) => row[key] !== null) ? [wordColumn(key, t(key))] : [];
    const figure = ([key, width, { draw, digitsOf, unit }, ofRow, ofGroup]: Measure): Column => {
      const digits = digitsOf([...good.map(ofRow), ...(ofGroup ? groups.map(ofGroup) : [])]);
      return {
        ...{ key, header: t(key), width, numeric: true, ...(unit === undefined ? {} : { unit }) },
        cell: (item) =>
          item.kind === "row"
            ? draw(ofRow(item.row), digits)
            : item.kind === "group" && ofGroup
              ? draw(ofGroup(item.group), digits)
              : null,
      };
    };
    const { answer, parts } = measures(show, units);
    return [first(212), ...answer.map(figure), ...word("site"), ...word("label"), ...parts.map(figure)];
  }, [t, show, units, rows, grouping]);
}

type Options = { digits: number };

function measures(
  show: ReturnType<typeof useFigures>,
  units: ReturnType<typeof useUnits>["units"],
): { answer: Measure[]; parts: Measure[] } {
  const bare = (text: (value: Value, options: Options) => FigureText) => (value: Value, digits: number) => {
    const { unit: _, ...plain } = text(value, { digits });
    return <Figure {...plain} titled={false} />;
  };
  const inUnit = (text: (value: Value, options?: Options) => FigureText, unit: Unit): Kind => ({
    ...{ draw: bare(text), digitsOf: (values) => columnDigits(values, unit), unit: unit.symbol },
  });
  const money: Kind = { draw: bare(show.usd), digitsOf: moneyDigits };
  const gain: Kind = {
    draw: (value, digits) => (
      <Figure {...show.usd(value, { signed: true, digits })} titled={false} tone={(value ?? 0) < 0 ? "down" : "up"} />
    ),
    digitsOf: moneyDigits,
  };
  const count: Kind = { draw: bare(show.number), digitsOf: () => 0 };
  const price = inUnit(show.powerPrice, powerPriceUnits[units.powerPrice]);
  const hashrate = inUnit(show.hashrate, hashrateUnits[units.hashrate]);
  const power = inUnit(show.power, powerUnits[units.power]);
  const answer: Measure[] = [
    ["profit", 120, gain, (row) => row.daily_profit, (group) => group.daily_profit],
    ["quantity", 90, count, (row) => row.quantity, (group) => group.machines],
    ["price", 120, price, (row) => row.electricity_cost, null],
    ["break_even", 135, price, stopsAt, null],
  ];
  const parts: Measure[] = [
    ["revenue", 120, money, (row) => row.daily_revenue, (group) => group.daily_revenue],
    ["cost", 120, money, (row) => row.daily_cost, (group) => group.daily_cost],
    ["hashrate", 120, hashrate, hashrateOf, (group) => group.hashrate_th],
    ["power", 110, power, powerOf, (group) => group.power_w],
  ];
  return { answer, parts };
}

const hashrateOf = ({ machine, quantity }: GoodRow): number => machine.hashrate_th * quantity;
const powerOf = ({ machine, quantity }: GoodRow): number => machine.power_w * quantity;
/** US dollars per kWh, as everywhere else on the page. */
function stopsAt({ break_even: { cash } }: GoodRow): Value {
  const perMwh = cash.electricity_usd_per_mwh;
  return perMwh === null ? null : perMwh / 1000;
}

const wordColumn = (key: "site" | "label", header: string): Column => ({
  ...{ key, header, width: key === "site" ? 130 : 100 },
  cell: (item) => item.kind === "row" && <span>{item.row[key] ?? "–"}</span>,
});
