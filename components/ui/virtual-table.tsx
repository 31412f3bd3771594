"use client";

import { cx } from "class-variance-authority";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { type CSSProperties, memo, type ReactNode } from "react";
import { useToldCell } from "./use-told-cell";
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
  /** Of an item with something to press in it: its row stays its own. */
  itemKey: (item: Item) => string | undefined;
  /** What stands in place of all cells but the first, where an item has no figures. */
  instead?: (item: Item) => ReactNode | undefined;
  sort: Sort | null;
  onSort: (key: string) => void;
  /** Names what is listed in which order: when that changes, the list is read from its top. */
  list: string;
};

type Placed<Item> = { item: Item; index: number; place: number };

/**
 * Each row that is drawn with the place whose elements draw it. While the list moves they stay in the order of their
 * places, for moving an element costs as much as making one; as soon as it stands, in the order in which they are read.
 */
function placesOf<Item>(
  items: readonly Item[],
  { first, last, isMoving }: { first: number; last: number; isMoving: boolean },
): Placed<Item>[] {
  const rows = items
    .slice(first, last)
    .map((item, at) => ({ item, index: first + at, place: (first + at) % (last - first) }));
  return isMoving ? rows.toSorted((a, b) => a.place - b.place) : rows;
}

/**
 * A table of ten thousand rows: only those near what is in sight are drawn, each of one height. It scrolls in a box of its
 * own, by wheel, finger and keys, under its head and beside its first column; a screen reader hears how many there are.
 */
export function VirtualTable<Item>({ caption, columns, items, itemKey, instead, sort, onSort, list }: Props<Item>) {
  const { box, rowHeight, first, last, isMoving, onScroll } = useWindow(items.length, list);
  const { silence, ...told } = useToldCell();
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  // Once for the table: a style at each cell would be worked out for each cell, whatever cells have in common.
  const tracks = columns.map((column) => `minmax(${column.width}px, ${column.width}fr)`).join(" ");
  const reachable = { role: "region", tabIndex: 0, "aria-label": caption } as const;
  return (
    <div
      {...reachable}
      {...told}
      ref={box}
      onScroll={(event) => {
        silence();
        onScroll(event);
      }}
      className="virtual-box"
    >
      <table
        aria-rowcount={items.length + 1}
        className="virtual-table"
        style={{ minWidth: width, "--columns": tracks } as CSSProperties}
      >
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody style={{ height: items.length * rowHeight }}>
          {placesOf(items, { first, last, isMoving }).map(({ item, index, place }) => (
            <Row
              // A row that has gone out of sight is drawn over with one that comes into it, unless it may hold the focus.
              key={itemKey(item) ?? place}
              item={item}
              index={index}
              columns={columns}
              height={rowHeight}
              {...(instead ? { instead } : {})}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

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
          {unit && (
            <>
              {", "}
              <span className="whitespace-nowrap">{unit}</span>
            </>
          )}
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
    <tr aria-rowindex={index + 2} style={{ height, transform: `translateY(${index * height}px)` }}>
      <th scope="row">{head?.cell(item)}</th>
      {whole === undefined ? (
        cells.map((column) => (
          <td key={column.key} data-numeric={column.numeric || undefined}>
            {column.cell(item)}
          </td>
        ))
      ) : (
        <td colSpan={cells.length} data-whole>
          {whole}
        </td>
      )}
    </tr>
  );
}) as <Item>(props: RowProps<Item>) => ReactNode;
