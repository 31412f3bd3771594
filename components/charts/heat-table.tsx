import { cx } from "class-variance-authority";
import type { ComponentProps, CSSProperties, ReactNode } from "react";
import { Sideways } from "../ui/sideways";
import { heatStrength } from "./heat-strength";

type Props = {
  caption: string;
  /** Name of what the rows are: "Difficulty". */
  corner: string;
  columns: readonly string[];
  /** A value a column; null where none exists. */
  rows: readonly { label: string; values: readonly (number | null)[] }[];
  /** With its sign: `+$43`. */
  format: (value: number) => string;
  /** Where the reader stands now. */
  now?: { row: number; column: number } | undefined;
  /** What colours a cell, where that isn't the value: days of payback are the better the fewer. */
  weigh?: (value: number | null) => number | null;
  /** In the place of a value that doesn't exist. */
  empty?: string;
  /** Beside the rows: where each is zero. */
  zero?: { header: string; cells: readonly string[] } | undefined;
  /** Around the text of a cell: a link. */
  wrap?: (text: string, row: number, column: number) => ReactNode;
  /** What the reader does with the cells. */
  handlers?: Pick<ComponentProps<"table">, "onKeyDown" | "onPointerOver" | "onPointerLeave" | "onFocus" | "onBlur">;
};

/** Two assumptions moved at once. Green and red are only the second signal: every cell has its sign, and a line marks zero. */
export function HeatTable({
  caption,
  corner,
  columns,
  rows,
  format,
  now,
  weigh = (value) => value,
  empty = "–",
  zero,
  wrap = (text) => text,
  handlers,
}: Props) {
  const weights = rows.map(({ values }) => values.map(weigh));
  const most = Math.max(0, ...weights.flat().map((weight) => Math.abs(weight ?? 0)));
  const loses = (row: number, column: number): boolean | undefined => {
    const weight = weights[row]?.[column];
    return weight == null ? undefined : weight < 0;
  };
  const differs = (row: number, column: number, nextRow: number, nextColumn: number) => {
    const [here, there] = [loses(row, column), loses(nextRow, nextColumn)];
    return here !== undefined && there !== undefined && here !== there;
  };
  return (
    <Sideways label={caption}>
      <table className="heat-table" {...handlers}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            {zero && (
              <th scope="col" className="heat-zero">
                {zero.header}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {row.values.map((value, c) => (
                <td
                  key={columns[c]}
                  aria-current={now?.row === r && now.column === c ? "true" : undefined}
                  className={cx(loses(r, c) === undefined ? undefined : loses(r, c) ? "heat-loss" : "heat-gain")}
                  data-zero={cx(differs(r, c, r, c + 1) && "right", differs(r, c, r + 1, c) && "below") || undefined}
                  style={{ "--heat": `${heatStrength(weights[r]?.[c] ?? 0, most)}%` } as CSSProperties}
                >
                  {wrap(value == null ? empty : format(value), r, c)}
                </td>
              ))}
              {zero && <td className="heat-zero">{zero.cells[r]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
