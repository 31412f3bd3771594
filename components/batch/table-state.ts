/** What the table of a list can be sorted by; each is a column of it. */
export const FLEET_SORTS = [
  ...(["model", "label", "site", "quantity", "hashrate", "power", "price", "revenue", "cost"] as const),
  ...(["profit", "break_even"] as const),
] as const;
export type FleetSort = (typeof FLEET_SORTS)[number];

export const FLEET_GROUPS = ["model", "site", "label"] as const;
export type FleetGrouping = (typeof FLEET_GROUPS)[number];

export const FLEET_SHOWN = ["all", "losing", "wrong"] as const;
export type FleetShown = (typeof FLEET_SHOWN)[number];

/** How the table stands; all of it is in the address. Without `sort` the rows stand as in the list. */
export type TableState = {
  sort: { key: FleetSort; descending: boolean } | null;
  group: FleetGrouping | null;
  show: FleetShown;
};

const WORDS: ReadonlySet<FleetSort> = new Set(["model", "label", "site"]);
const known = <T extends string>(all: readonly T[], text: string | null): T | undefined =>
  all.find((one) => one === text);

/** Reads an address; what makes no sense there counts as not said. */
export function readTable(query: Pick<URLSearchParams, "get">): TableState {
  const sort = query.get("sort") ?? "";
  const key = known(FLEET_SORTS, sort.replace(/^-/, ""));
  return {
    sort: key ? { key, descending: sort.startsWith("-") } : null,
    group: known(FLEET_GROUPS, query.get("group")) ?? null,
    show: known(FLEET_SHOWN, query.get("show")) ?? "all",
  };
}

/** The same as a query; what is usual isn't said. */
export const writeTable = ({ sort, group, show }: TableState) => ({
  sort: sort ? `${sort.descending ? "-" : ""}${sort.key}` : undefined,
  group: group ?? undefined,
  show: show === "all" ? undefined : show,
});

/** A press on a column's head: words from A, figures from the largest; then the other way; then as in the list. */
export function nextSort(sort: TableState["sort"], key: FleetSort): TableState["sort"] {
  const first = { key, descending: !WORDS.has(key) };
  if (sort?.key !== key) return first;
  return sort.descending === first.descending ? { key, descending: !first.descending } : null;
}
