import type { CatalogueSort } from "./catalogue-sorts";
import type { CatalogueModel } from "./schemas";

type Compare = (a: CatalogueModel, b: CatalogueModel) => number;

const byText =
  (read: (model: CatalogueModel) => string): Compare =>
  (a, b) =>
    read(a).localeCompare(read(b), "en", { numeric: true });

const ORDERS: Record<Exclude<CatalogueSort, "newest">, Compare> = {
  name: byText(({ label }) => label),
  maker: byText(({ manufacturer, label }) => `${manufacturer} ${label}`),
  hashrate: (a, b) => b.hashrate_th - a.hashrate_th,
  power: (a, b) => b.power_w - a.power_w,
  efficiency: (a, b) => a.efficiency - b.efficiency,
  changed: (a, b) => b.updated_at.localeCompare(a.updated_at),
};

/** The list in the order asked for; `newest` is the order of a search, best match first. Equals keep theirs. */
export const orderCatalogue = (models: CatalogueModel[], sort: CatalogueSort): CatalogueModel[] =>
  sort === "newest" ? models : models.toSorted(ORDERS[sort]);
