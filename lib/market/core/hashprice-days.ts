import { hashpricesOfDays, type MiningDays } from "@/lib/kernel/bitcoin/mining-days";
import { type HistoryProvenance, Origin } from "../schemas";
import type { DatedValue } from "./history";

type Stretch = HistoryProvenance["origins"][number];

/** Hashprice day by day, each as sure as the less sure of its price and difficulty, with the sources of both. */
export function hashpriceDays(
  history: MiningDays,
  { btc_price, difficulty }: Record<"btc_price" | "difficulty", HistoryProvenance>,
): DatedValue[] {
  const [priceOn, difficultyOn] = [stretchOn(btc_price.origins), stretchOn(difficulty.origins)];
  const values = hashpricesOfDays(history);
  return history.days.map((day, index) => {
    const parts = [priceOn(day), difficultyOn(day)].filter((part) => part !== undefined);
    return {
      day,
      value: values[index] ?? Number.NaN,
      origin: weakest(parts.map(({ origin }) => origin)),
      source: [...new Set(parts.map(({ source }) => source))].join(" + "),
    };
  });
}

const weakest = (origins: readonly Origin[]): Origin =>
  Origin.options.find((origin) => origins.includes(origin)) ?? "simulated";

/** Which stretch a day belongs to; one that nobody knows has the one before it, whose value it carries. Days ascend. */
function stretchOn(stretches: readonly Stretch[]): (day: string) => Stretch | undefined {
  let index = 0;
  return (day) => {
    while ((stretches[index + 1]?.from ?? "~") <= day) index++;
    return stretches[index];
  };
}
