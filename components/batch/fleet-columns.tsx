"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { FleetResultRow } from "@/lib/calculator/schemas";
import type { FigureText } from "@/lib/i18n/figures";
import { Figure } from "../ui/figure";
import { useFigures } from "../ui/units-provider";
import type { VirtualColumn } from "../ui/virtual-table";
import type { FleetItem, GoodRow } from "./arrange-fleet";
import { FirstCell } from "./first-cell";
import type { FleetSort, TableState } from "./table-state";
import { WrongCells } from "./wrong-cells";

type Group = Extract<FleetItem, { kind: "group" }>["group"];
type Column = VirtualColumn<FleetItem>;
type Value = number | null;
/** What a column shows of a row, and of a group where sums make sense. */
type Measure = readonly [
  key: FleetSort,
  width: number,
  shown: (value: Value) => ReactNode,
  row: (row: GoodRow) => Value,
  group: ((group: Group) => Value) | null,
  /** Of all its figures, written in the head. */
  unit?: string | undefined,
];

/**
 * The columns of a list's table, what answers the question first: of a row its figures, of a group its sums. A column that
 * no row fills isn't there; where only rows with a problem are shown, the problem has all the room.
 */
export function useFleetColumns(
  rows: readonly FleetResultRow[],
  { group: grouping, show: shown }: TableState,
  onToggle: (key: string) => void,
): readonly Column[] {
  const t = useTranslations("batch.table.columns");
  const show = useFigures();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a press does is the same, though its function is not
  return useMemo(() => {
    const first = (width: number): Column => ({
      ...{ key: "model", header: t("model"), width },
      cell: (item) => <FirstCell item={item} grouping={grouping} onToggle={onToggle} />,
    });
    if (shown === "wrong") return [rowColumn(t("row")), problem(t("problem"))];
    const word = (key: "site" | "label"): Column[] =>
      rows.some((row) => row.ok && row[key] !== null) ? [wordColumn(key, t(key))] : [];
    const figure = ([key, width, draw, ofRow, ofGroup, unit]: Measure): Column => ({
      ...{ key, header: t(key), width, numeric: true, ...(unit === undefined ? {} : { unit }) },
      cell: (item) =>
        item.kind === "row"
          ? draw(ofRow(item.row))
          : item.kind === "group" && ofGroup
            ? draw(ofGroup(item.group))
            : null,
    });
    const { answer, parts } = measures(show);
    return [first(212), ...answer.map(figure), ...word("site"), ...word("label"), ...parts.map(figure)];
  }, [t, show, rows, grouping, shown]);
}

function measures(show: ReturnType<typeof useFigures>): { answer: Measure[]; parts: Measure[] } {
  const plain = (text: (value: Value) => FigureText) => (value: Value) => {
    const { unit: _, ...bare } = text(value);
    return <Figure {...bare} />;
  };
  const money = plain((value) => show.usd(value));
  const price = plain((value) => show.powerPrice(value));
  const gain = (value: Value) => (
    <Figure {...show.usd(value, { signed: true })} tone={(value ?? 0) < 0 ? "down" : "up"} />
  );
  const count = plain((value) => show.number(value));
  const perEnergy = show.powerPrice(1).unit;
  const answer: Measure[] = [
    ["profit", 120, gain, (row) => row.daily_profit, (group) => group.daily_profit],
    ["quantity", 80, count, (row) => row.quantity, (group) => group.machines],
    ["price", 120, price, (row) => row.electricity_cost, null, perEnergy],
    ["break_even", 135, price, stopsAt, null, perEnergy],
  ];
  const parts: Measure[] = [
    ["revenue", 110, money, (row) => row.daily_revenue, (group) => group.daily_revenue],
    ["cost", 110, money, (row) => row.daily_cost, (group) => group.daily_cost],
    ["hashrate", 120, plain(show.hashrate), hashrateOf, (group) => group.hashrate_th, show.hashrate(1).unit],
    ["power", 110, plain(show.power), powerOf, (group) => group.power_w, show.power(1).unit],
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
  cell: (item) => item.kind === "row" && <span title={item.row[key] ?? ""}>{item.row[key] ?? "–"}</span>,
});

const rowColumn = (header: string): Column => ({
  ...{ key: "row", header, width: 50, sortable: false },
  cell: (item) => item.kind === "wrong" && item.row.row,
});

const problem = (header: string): Column => ({
  ...{ key: "problem", header, width: 250, sortable: false },
  cell: (item) => item.kind === "wrong" && <WrongCells row={item.row} isRoomy />,
});
