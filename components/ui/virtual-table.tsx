"use client";

import { cx } from "class-variance-authority";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { memo, type ReactNode } from "react";
import { useWindow } from "./use-window";

export type Sort = { key: string; descending: boolean };

export type VirtualColumn<Item> = {
  key: string;
  header: string;
  /** The unit of the whole column, written once, in the head. */
  unit?: string;
  /** Its share of the width, and at least so many pixels. */
  width: number;
  numeric?: boolean;
  /** False: its head is no button. */
  sortable?: boolean;
  cell: (item: Item) => ReactNode;
};

type Props<Item> = {
  caption: string;
  columns: readonly VirtualColumn<Item>[];
  items: readonly Item[];
  itemKey: (item: Item) => string;
  /** What stands in place of all cells but the first, where an item has no figures. */
  instead?: (item: Item) => ReactNode | undefined;
  /** Where a row is more than a line of figures. */
  rowHeight?: number;
  sort: Sort | null;
  onSort: (key: string) => void;
  /** Names what is listed in which order: when that changes, the list is read from its top. */
  list: string;
};

/**
 * A table of ten thousand rows: only those near what is in sight are drawn, each of one height. It scrolls in a box of its
 * own, by wheel, finger and keys, under its head and beside its first column; a screen reader hears how many there are.
 */
export function VirtualTable<Item>({
  caption,
  columns,
  items,
  itemKey,
  instead,
  sort,
  onSort,
  list,
  ...more
}: Props<Item>) {
  const { box, rowHeight, first, last, onScroll } = useWindow(items.length, list, more.rowHeight);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const reachable = { role: "region", tabIndex: 0, "aria-label": caption } as const;
  return (
    <div {...reachable} ref={box} onScroll={onScroll} className="virtual-box">
      <table aria-rowcount={items.length + 1} className="data-table virtual-table" style={{ minWidth: width }}>
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={{ width: `${(100 * column.width) / width}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <Gap rows={first} rowHeight={rowHeight} />
        <tbody>
          {items.slice(first, last).map((item, at) => (
            <Row
              key={itemKey(item)}
              item={item}
              index={first + at + 2}
              columns={columns}
              height={rowHeight}
              {...(instead ? { instead } : {})}
            />
          ))}
        </tbody>
        <Gap rows={items.length - last} rowHeight={rowHeight} />
      </table>
    </div>
  );
}

/** In the place of rows that are not drawn. */
const Gap = ({ rows, rowHeight }: { rows: number; rowHeight: number }) =>
  rows > 0 && (
    <tbody aria-hidden="true">
      <tr>
        <td style={{ height: rows * rowHeight }} className="virtual-gap" />
      </tr>
    </tbody>
  );

type HeadProps<Item> = { column: VirtualColumn<Item> } & Pick<Props<Item>, "sort" | "onSort">;

function Head<Item>({ column: { key, header, unit, numeric, sortable }, sort, onSort }: HeadProps<Item>) {
  const isSorted = sort?.key === key;
  const Arrow = sort?.descending ? ArrowDown : ArrowUp;
  if (sortable === false) return <th scope="col">{header}</th>;
  return (
    <th
      scope="col"
      data-numeric={numeric || undefined}
      aria-sort={isSorted ? (sort.descending ? "descending" : "ascending") : undefined}
    >
      <button
        type="button"
        onClick={() => onSort(key)}
        className={cx(
          "touch inline-flex max-w-full items-center gap-1 hover:text-text",
          numeric && "flex-row-reverse text-right",
          isSorted && "text-text",
        )}
      >
        <span className="min-w-0">
          {header}
          {unit && <span className="whitespace-nowrap">, {unit}</span>}
        </span>
        <Arrow aria-hidden="true" className={cx("size-3 shrink-0 text-gold", !isSorted && "invisible")} />
      </button>
    </th>
  );
}

type RowProps<Item> = { item: Item; index: number; height: number } & Pick<Props<Item>, "columns" | "instead">;

/** A row is drawn once, and again only when what it shows is another. */
const Row = memo(function Row<Item>({ item, index, height, columns, instead }: RowProps<Item>) {
  const [head, ...cells] = columns;
  const whole = instead?.(item);
  return (
    <tr aria-rowindex={index} style={{ height }}>
      <th scope="row">{head?.cell(item)}</th>
      {whole === undefined ? (
        cells.map((column) => (
          <td key={column.key} data-numeric={column.numeric || undefined}>
            {column.cell(item)}
          </td>
        ))
      ) : (
        <td colSpan={cells.length}>{whole}</td>
      )}
    </tr>
  );
}) as <Item>(props: RowProps<Item>) => ReactNode;
