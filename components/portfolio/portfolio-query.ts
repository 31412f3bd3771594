import { PORTFOLIO_ORDERS, type PORTFOLIO_SHOWS, PORTFOLIO_SORTS } from "@/lib/calculator/core/portfolio/list-choices";

/** What the groups can be sorted by. */
export const GROUP_SORTS = ["hashrate", "name", "machines", "power", "profit", "break_even"] as const;
export type GroupSort = (typeof GROUP_SORTS)[number];
export const GROUPED_BY = ["model", "site"] as const;

/** What the address of the page says; the usual is left out of it. */
export type PortfolioQuery = {
  show?: Exclude<(typeof PORTFOLIO_SHOWS)[number], "all"> | undefined;
  model?: string | undefined;
  site?: string | undefined;
  search?: string | undefined;
  sort?: (typeof PORTFOLIO_SORTS)[number] | undefined;
  order?: (typeof PORTFOLIO_ORDERS)[number] | undefined;
  by?: (typeof GROUPED_BY)[number] | undefined;
  groups?: GroupSort | undefined;
  groups_order?: (typeof PORTFOLIO_ORDERS)[number] | undefined;
  /** Every group is listed, not the first ones alone. */
  groups_all?: "yes" | undefined;
};

/** As `readAddress` gives it. */
type Address = {
  text(name: string, max?: number): string | undefined;
  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined;
};

/** What makes no sense in an address is left out, so an old or mistyped link still opens the page. */
export const portfolioQuery = ({ text, oneOf }: Address): PortfolioQuery => ({
  ...sorting(oneOf("sort", PORTFOLIO_SORTS), oneOf("order", PORTFOLIO_ORDERS)),
  show: oneOf("show", ["losing", "retired"] as const),
  model: text("model", 120),
  site: text("site", 60),
  search: text("search"),
  by: oneOf("by", GROUPED_BY),
  groups: oneOf("groups", GROUP_SORTS),
  groups_order: oneOf("groups_order", PORTFOLIO_ORDERS),
  groups_all: oneOf("groups_all", ["yes"] as const),
});

/** Words go up from A unless the address says otherwise. */
const sorting = (sort: PortfolioQuery["sort"], order: PortfolioQuery["order"]) => ({
  sort,
  order: order ?? (sort === "model" || sort === "site" ? ("asc" as const) : undefined),
});

/** The part of it that the list of machines is asked by. */
export const listQuery = ({ show, model, site, search, sort, order }: PortfolioQuery) => ({
  ...{ show, model, site, search, sort, order },
});

/** Without what narrows the list. */
export const unfiltered = (query: PortfolioQuery): PortfolioQuery => ({
  ...query,
  ...{ show: undefined, model: undefined, site: undefined, search: undefined },
});

export type Sorted = "ascending" | "descending" | undefined;

/** Words go up from A, figures down from the most; a second press turns it round. */
export function nextOrder(isWords: boolean, sorted: Sorted): "asc" | "desc" {
  if (sorted === undefined) return isWords ? "asc" : "desc";
  return sorted === "ascending" ? "desc" : "asc";
}
