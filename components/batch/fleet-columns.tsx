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
  group?: (group: Group) => Value,
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
      ...{ key: "model", header: t("model"), width, sortable: shown !== "wrong" },
      cell: (item) => <FirstCell item={item} grouping={grouping} onToggle={onToggle} />,
    });
    if (shown === "wrong") return [first(100), problem(t("problem"))];
    const word = (key: "site" | "label"): Column[] =>
      rows.some((row) => row.ok && row[key] !== null) ? [wordColumn(key, t(key))] : [];
    const figure = ([key, width, draw, ofRow, ofGroup]: Measure): Column => ({
      ...{ key, header: t(key), width, numeric: true },
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
  const plain = (text: (value: Value) => FigureText) => (value: Value) => <Figure {...text(value)} />;
  const money = plain((value) => show.usd(value));
  const price = plain((value) => show.powerPrice(value));
  const gain = (value: Value) => (
    <Figure {...show.usd(value, { signed: true })} tone={(value ?? 0) < 0 ? "down" : "up"} />
  );
  const count = plain((value) => show.number(value));
  const answer: Measure[] = [
    ["profit", 120, gain, (row) => row.daily_profit, (group) => group.daily_profit],
    ["quantity", 80, count, (row) => row.quantity, (group) => group.machines],
    ["price", 110, price, (row) => row.electricity_cost],
    ["break_even", 120, price, ({ break_even: { cash } }) => perKwh(cash.electricity_usd_per_mwh)],
  ];
  const parts: Measure[] = [
    ["revenue", 115, money, (row) => row.daily_revenue, (group) => group.daily_revenue],
    ["cost", 115, money, (row) => row.daily_cost, (group) => group.daily_cost],
    ["hashrate", 125, plain((value) => show.hashrate(value)), hashrateOf, (group) => group.hashrate_th],
    ["power", 120, plain((value) => show.power(value)), powerOf, (group) => group.power_w],
  ];
  return { answer, parts };
}

const hashrateOf = ({ machine, quantity }: GoodRow): number => machine.hashrate_th * quantity;
const powerOf = ({ machine, quantity }: GoodRow): number => machine.power_w * quantity;
const perKwh = (usdPerMwh: Value): Value => (usdPerMwh === null ? null : usdPerMwh / 1000);

const wordColumn = (key: "site" | "label", header: string): Column => ({
  ...{ key, header, width: key === "site" ? 130 : 100 },
  cell: (item) => item.kind === "row" && <span title={item.row[key] ?? ""}>{item.row[key] ?? "–"}</span>,
});

const problem = (header: string): Column => ({
  ...{ key: "problem", header, width: 250, sortable: false },
  cell: (item) => item.kind === "wrong" && <WrongCells row={item.row} isRoomy />,
});
