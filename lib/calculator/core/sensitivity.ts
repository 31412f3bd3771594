import type { CalculateInput, MarketFacts } from "../schemas";
import { dailyFigures } from "./daily-figures";
import type { Facts } from "./facts";
import { bestProfile } from "./firmware-profiles";
import { resolveTerms } from "./terms";

/** Against today: the factors of the table's columns (price) and rows (difficulty), ascending, with 1 among them. */
const FACTORS = {
  price: [0.5, 0.7, 0.85, 1, 1.15, 1.3, 1.5],
  difficulty: [0.7, 0.85, 1, 1.15, 1.3, 1.5, 2],
} as const;

/** `profits[row][column]`: US dollars a day of all machines; rows are difficulties, columns prices, `here` is today. */
export type Sensitivity = {
  prices: number[];
  difficulties: number[];
  profits: number[][];
  here: { row: number; column: number };
};

/** Profit a day over price and difficulty, with both used; firmware as it is best at each point. */
export function sensitivity(
  input: CalculateInput,
  facts: Facts,
  factors: { price: readonly number[]; difficulty: readonly number[] } = FACTORS,
): Sensitivity {
  const { market, model, today } = facts;
  const terms = resolveTerms(input, model, today);
  const prices = factors.price.map((factor) => market.btc_price.value * factor);
  const difficulties = factors.difficulty.map((factor) => market.difficulty.value * factor);
  const profitAt = (price: number, difficulty: number) => {
    const there = withPriceAndDifficulty(market, price, difficulty);
    return dailyFigures(bestProfile(terms, input.profiles, there).terms, there).daily_profit;
  };
  return {
    prices,
    difficulties,
    profits: difficulties.map((difficulty) => prices.map((price) => profitAt(price, difficulty))),
    here: { row: factors.difficulty.indexOf(1), column: factors.price.indexOf(1) },
  };
}

const withPriceAndDifficulty = (market: MarketFacts, price: number, difficulty: number): MarketFacts => ({
  ...market,
  btc_price: { ...market.btc_price, value: price },
  difficulty: { ...market.difficulty, value: difficulty },
});
