import type { CalculateInput, TodayFigures } from "../schemas";
import type { Profile } from "./answer-parts";
import { dailyFigures } from "./daily-figures";
import type { Facts } from "./facts";
import { bestProfile } from "./firmware-profiles";
import { resolveTerms, type Terms } from "./terms";

/**
 * Today's figures of an input, the terms that they stand on, and its firmware profiles. A calculation and a row of a
 * batch both begin here, so that they have the same figures to the last bit.
 */
export function todaysFigures(
  input: CalculateInput,
  { model, market, today }: Facts,
): { terms: Terms; profiles: Profile[] | null; figures: TodayFigures } {
  const { terms, profiles } = bestProfile(resolveTerms(input, model, today), input.profiles, market);
  return { terms, profiles, figures: dailyFigures(terms, market) };
}
