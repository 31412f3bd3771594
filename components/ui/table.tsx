import { cx } from "class-variance-authority";
import type { ReactNode } from "react";
import { Sideways } from "./sideways";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  /** Its name on a card, where the header is more than words. */
  label?: ReactNode;
  /** Figures stand at the right, words at the left. */
  numeric?: boolean;
  /** What can be done with the row: at the end, and in the corner of a card. */
  actions?: boolean;
  /** How the rows are sorted by this column, if they are. */
  sorted?: "ascending" | "descending" | undefined;
  /** The unit of the whole column, written once, in the head. */
  unit?: string;
  cell: (row: Row) => ReactNode;
};

type Props<Row> = {
  /** Says what the table holds; seen by screen readers, since the section's title is above. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
  /** On a phone each row becomes a card, its first cell the title. A wide table of one kind scrolls instead. */
  narrow?: "cards" | "scroll";
  className?: string;
};

/** Dense rows of 36 px, hairlines only. The first column names the row. */
export function Table<Row>({ caption, columns, rows, rowKey, narrow = "cards", className }: Props<Row>) {
  const table = (
    <table className={cx("data-table", narrow === "cards" && "data-table-cards")}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-numeric={column.numeric || undefined} aria-sort={column.sorted}>
              {column.header}
              {column.unit && <span className="whitespace-nowrap">, {column.unit}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={rowKey(row, index)}>
            {columns.map((column, position) =>
              position === 0 ? (
                <th key={column.key} scope="row">
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.key}
                  data-numeric={column.numeric || undefined}
                  data-actions={column.actions || undefined}
                >
                  <span aria-hidden="true" className="data-table-label">
                    {column.label ?? column.header}
                  </span>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (narrow === "cards") return <div className={className}>{table}</div>;
  return (
    <Sideways label={caption} {...(className ? { className } : {})}>
      {table}
    </Sideways>
  );
}
