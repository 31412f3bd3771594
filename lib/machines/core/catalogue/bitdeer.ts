import type { CatalogueRow } from "./catalogue-row";

/** SealMiner. The A4 series is announced: no machine is proven to have reached a customer. */
export const bitdeer: readonly CatalogueRow[] = [
  ["SealMiner A4 Pro Air", 336, 3662, 2026, "air", "verified", 3, "manufacturer", "announced"],
  ["SealMiner A4 Pro Hydro", 680, 7412, 2026, "hydro", "verified", 3, "manufacturer", "announced"],
  ["SealMiner A4 Ultra Hydro", 886, 8372, 2026, "hydro", "verified", 3, "manufacturer", "announced"],
  ["SealMiner A3 Air", 260, 3640, 2025, "air", "verified", 3, "published"],
  ["SealMiner A3 Hydro", 500, 6750, 2025, "hydro", "verified", 3, "manufacturer"],
  ["SealMiner A3 Pro Air", 290, 3625, 2025, "air", "verified", 3, "manufacturer"],
  ["SealMiner A3 Pro Hydro", 660, 8250, 2025, "hydro", "verified", 4, "manufacturer"],
  ["SealMiner A2", 226, 3730, 2025, "air", "verified", 4, "manufacturer"],
  ["SealMiner A2 Hydro", 446, 7360, 2025, "hydro", "verified", 3, "published"],
  ["SealMiner A2 Pro Air", 260, 3874, 2025, "air", "verified", 3, "manufacturer"],
  ["SealMiner A2 Pro Air", 255, 3790, 2025, "air", "verified", 3, "published"],
  ["SealMiner A2 Pro Hydro", 500, 7450, 2025, "hydro", "verified", 4, "manufacturer"],
];
