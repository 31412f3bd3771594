import type { CatalogueRow } from "./catalogue-row";

/** Teraflux. The AH3880 at its rated 8,700 W: some listings show another operating point. */
export const auradine: readonly CatalogueRow[] = [
  ["Teraflux AH3880", 600, 8700, 2025, "hydro", "probable", 3, "manufacturer"],
  ["Teraflux AT2880", 260, 4160, 2023, "air", "verified", 3, "manufacturer"],
  ["Teraflux AT2880", 180, 2880, 2024, "air", "verified", 3, "published"],
];
