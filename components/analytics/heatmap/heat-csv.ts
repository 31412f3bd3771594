import type { RoiHeatmapAnswer } from "@/lib/analytics/schemas";

/** The map as a sheet: rows of difficulty or power price, columns of prices, unrounded; what doesn't exist is empty. */
export function heatCsv({ figure, against, prices, rows }: RoiHeatmapAnswer): string {
  const corner = `${figure} by ${against === "difficulty" ? "difficulty" : "electricity_cost"} and btc_price`;
  const lines = [
    [corner, ...prices, "zero_price"],
    ...rows.map(({ at, values, zero_price }) => [at, ...values.map((value) => value ?? ""), zero_price ?? ""]),
  ];
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}
