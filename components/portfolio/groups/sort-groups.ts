import type { PortfolioSummary } from "@/lib/calculator/schemas";
import type { GroupSort } from "../portfolio-query";

type Group = PortfolioSummary["by_model"]["items"][number];

const VALUE: Record<Exclude<GroupSort, "name">, (group: Group) => number> = {
  hashrate: ({ hashrate_th }) => hashrate_th,
  machines: ({ machines }) => machines,
  power: ({ power_w }) => power_w,
  profit: ({ daily_profit }) => daily_profit,
  break_even: ({ break_even_usd_per_kwh }) => break_even_usd_per_kwh ?? Number.NEGATIVE_INFINITY,
};

/** Groups in order; machines of no site are the last by name, whichever way, for they have none. */
export function sortGroups(groups: readonly Group[], sort: GroupSort, order: "asc" | "desc", locale: string): Group[] {
  const way = order === "asc" ? 1 : -1;
  if (sort !== "name") return groups.toSorted((a, b) => way * (VALUE[sort](a) - VALUE[sort](b)));
  const words = new Intl.Collator(locale, { numeric: true });
  return groups.toSorted((a, b) => {
    if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null);
    return way * words.compare(a.name, b.name);
  });
}
