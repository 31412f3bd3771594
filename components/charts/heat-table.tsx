import { cx } from "class-variance-authority";
import type { CSSProperties } from "react";
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
  now?: { row: number; column: number };
};

/** Two assumptions moved at once. Green and red are only the second signal: every cell has its sign, and a line marks zero. */
export function HeatTable({ caption, corner, columns, rows, format, now }: Props) {
  const most = Math.max(0, ...rows.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0))));
  const loses = (row: number, column: number): boolean | undefined => {
    const value = rows[row]?.values[column];
    return value == null ? undefined : value < 0;
  };
  const differs = (row: number, column: number, nextRow: number, nextColumn: number) => {
    const [here, there] = [loses(row, column), loses(nextRow, nextColumn)];
    return here !== undefined && there !== undefined && here !== there;
  };
  return (
    <Sideways label={caption}>
      <table className="heat-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
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
                  className={cx(value != null && (value < 0 ? "heat-loss" : "heat-gain"))}
                  data-zero={cx(differs(r, c, r, c + 1) && "right", differs(r, c, r + 1, c) && "below") || undefined}
                  style={{ "--heat": `${heatStrength(value ?? 0, most)}%` } as CSSProperties}
                >
                  {value == null ? "–" : format(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
