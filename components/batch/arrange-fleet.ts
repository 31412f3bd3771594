import { type FleetGroup, fleetGroups } from "@/lib/calculator/core/fleet/fleet-groups";
import type { FleetResultRow } from "@/lib/calculator/schemas";
import type { Locale } from "@/lib/kernel/context";
import type { FleetGrouping, FleetSort, TableState } from "./table-state";

export type GoodRow = Extract<FleetResultRow, { ok: true }>;
export type WrongRow = Extract<FleetResultRow, { ok: false }>;

/** A line of the table: machines, a row that can't be read, or what several rows have in common. */
export type FleetItem =
  | { kind: "row"; key: string; row: GoodRow }
  | { kind: "wrong"; key: string; row: WrongRow }
  | { kind: "group"; key: string; group: FleetGroup; isOpen: boolean };

type Ground = { state: TableState; open: ReadonlySet<string>; locale: Locale };

/** What rows are put together by. */
export const nameOf: Record<FleetGrouping, (row: GoodRow) => string | null> = {
  model: ({ machine }) => machine.label,
  site: ({ site }) => site,
  label: ({ label }) => label,
};

const OF_ROW: Record<FleetSort, (row: GoodRow) => string | number | null> = {
  ...nameOf,
  quantity: ({ quantity }) => quantity,
  hashrate: ({ machine, quantity }) => machine.hashrate_th * quantity,
  power: ({ machine, quantity }) => machine.power_w * quantity,
  price: ({ electricity_cost }) => electricity_cost,
  revenue: ({ daily_revenue }) => daily_revenue,
  cost: ({ daily_cost }) => daily_cost,
  profit: ({ daily_profit }) => daily_profit,
  break_even: ({ break_even }) => break_even.cash.electricity_usd_per_mwh,
};

/** What groups share with rows; a price or a name of their rows they don't have, and stand by their own name then. */
const ofGroup = (key: FleetSort, { name, ...sums }: FleetGroup): string | number | null =>
  ({
    quantity: sums.machines,
    hashrate: sums.hashrate_th,
    power: sums.power_w,
    revenue: sums.daily_revenue,
    cost: sums.daily_cost,
    profit: sums.daily_profit,
  })[key as "quantity"] ?? name;

/**
 * The lines of the table as its state asks: filtered, sorted, and under groups with their sums, of which those in `open`
 * show their rows. Rows without a value stand last, whichever way is sorted.
 */
export function arrangeFleet(rows: readonly FleetResultRow[], { state, open, locale }: Ground): FleetItem[] {
  const { sort, group, show } = state;
  const good = rows.filter(
    (row): row is GoodRow => row.ok && show !== "wrong" && (show === "all" || row.daily_profit < 0),
  );
  const wrong = show === "losing" ? [] : rows.filter((row): row is WrongRow => !row.ok);
  if (group === null && sort === null && show === "all") return rows.map(asItem);
  const sorted = sort ? sortedBy(good, OF_ROW[sort.key], { ...sort, locale }) : good;
  if (group === null) return [...sorted.map(asItem), ...wrong.map(asItem)];
  const groups = fleetGroups(sorted, nameOf[group]);
  const inOrder = sort ? sortedBy(groups, (one) => ofGroup(sort.key, one), { ...sort, locale }) : groups;
  const members = Map.groupBy(sorted, nameOf[group]);
  const lines = inOrder.flatMap((one): FleetItem[] => {
    const key = keyOfGroup(one.name);
    const isOpen = open.has(key);
    const head = { kind: "group", key, group: one, isOpen } as const;
    return isOpen ? [head, ...(members.get(one.name) ?? []).map(asItem)] : [head];
  });
  return [...lines, ...wrong.map(asItem)];
}

export const keyOfGroup = (name: string | null): string => (name === null ? "none" : `=${name}`);

const asItem = (row: FleetResultRow): FleetItem =>
  row.ok ? { kind: "row", key: String(row.row), row } : { kind: "wrong", key: String(row.row), row };

type How = { descending: boolean; locale: Locale };

function sortedBy<T>(
  items: readonly T[],
  measure: (item: T) => string | number | null,
  { descending, locale }: How,
): T[] {
  const values = items.map(measure);
  const rank = rankOf(values, locale);
  const ranked = items.map((item, at) => ({ item, at, rank: rank(values[at] ?? null) }));
  const side = descending ? -1 : 1;
  ranked.sort((a, b) => {
    if (a.rank === null || b.rank === null) return Number(a.rank === null) - Number(b.rank === null) || a.at - b.at;
    return side * (a.rank - b.rank) || a.at - b.at;
  });
  return ranked.map(({ item }) => item);
}

/** Words are compared once for each that there is, not once a row. */
function rankOf(values: readonly (string | number | null)[], locale: Locale) {
  const words = [...new Set(values.filter((value) => typeof value === "string"))];
  words.sort(new Intl.Collator(locale === "zh" ? "zh-CN" : "en", { numeric: true }).compare);
  const places = new Map(words.map((word, at) => [word, at]));
  return (value: string | number | null): number | null =>
    typeof value === "string" ? (places.get(value) ?? null) : value;
}
