import { query } from "@/lib/kernel/use-case";
import { readPriceSheet } from "../adapters/price-sheet";
import { hoursOfFile, PriceFile, ReadPriceFile } from "../core/curtailment/price-file";

/** The hourly prices of a file, as a simulation takes them. Nothing is kept. */
export const readPriceFile = query({
  name: "analytics.curtailment.read_prices",
  permission: "analytics:read",
  input: ReadPriceFile,
  output: PriceFile,
  run: async (_ctx, { file, market }) => hoursOfFile(await readPriceSheet(file), market),
});
