import type { CatalogueRow } from "./catalogue-row";

/** Avalon. */
export const canaan: readonly CatalogueRow[] = [
  ["Avalon A1566", 185, 3420, 2024, "air", "verified", 5, "published"],
  ["Avalon A1466", 150, 3230, 2023, "air", "probable", 4, "published"],
  ["Avalon A1466I", 170, 3317, 2023, "immersion", "probable", 2, "manufacturer"],
  ["Avalon A1446", 135, 3310, 2023, "air", "probable", 2, "published"],
  ["Avalon A1366", 130, 3250, 2022, "air", "verified", 3, "published"],
  ["Avalon A1346", 110, 3300, 2022, "air", "verified", 3, "published"],
  ["Avalon A1266", 100, 3500, 2022, "air", "probable", 2, "published"],
  ["Avalon Mini 3", 37.5, 800, 2025, "air", "verified", 5, "manufacturer"],
  ["Avalon Nano 3", 4, 140, 2024, "air", "probable", 3, "manufacturer"],
  ["Avalon Nano 3S", 6, 140, 2025, "air", "verified", 4, "manufacturer"],
  ["Avalon Q", 90, 1674, 2025, "air", "verified", 5, "manufacturer"],
  ["AvalonMiner 1047", 37, 2380, 2019, "air", "probable", 2, "published"],
  ["AvalonMiner 1066", 50, 3250, 2019, "air", "verified", 3, "published"],
  ["AvalonMiner 1146 Pro", 63, 3276, 2020, "air", "probable", 2, "published"],
  ["AvalonMiner 1166", 68, 3196, 2020, "air", "probable", 2, "published"],
  ["AvalonMiner 1166 Pro", 81, 3400, 2020, "air", "verified", 3, "published"],
  ["AvalonMiner 1166 Pro", 78, 3276, 2020, "air", "verified", 3, "published"],
  ["AvalonMiner 1246", 90, 3420, 2021, "air", "verified", 3, "published"],
  ["Avalon A16", 282, 3900, 2026, "air", "probable", 2, "manufacturer"],
  ["Avalon A16XP", 300, 3850, 2026, "air", "probable", 2, "manufacturer"],
  ["Avalon A15", 194, 3647, 2024, "air", "verified", 3, "manufacturer"],
  ["Avalon A15 Pro", 221, 3662, 2025, "air", "verified", 3, "published"],
  ["Avalon A15 Pro", 218, 3662, 2025, "air", "verified", 3, "manufacturer"],
  ["Avalon A15XP", 206, 3667, 2024, "air", "probable", 2, "published"],
];
