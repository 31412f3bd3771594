/** By what the catalogue's page can be sorted. */
export const CATALOGUE_SORTS = ["newest", "name", "maker", "hashrate", "power", "efficiency", "changed"] as const;
export type CatalogueSort = (typeof CATALOGUE_SORTS)[number];
