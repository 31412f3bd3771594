import type { CalculateInput, MarketFacts } from "../schemas";
import type { Profile } from "./answer-parts";
import { dailyFigures } from "./daily-figures";
import type { Terms } from "./terms";

/**
 * Firmware profiles are (TH/s, W) pairs of one machine. Returns the terms with the pair that earns most today, the
 * machine as given among them, and what each would earn; equal earnings leave the earlier one.
 */
export function bestProfile(
  terms: Terms,
  profiles: CalculateInput["profiles"],
  market: MarketFacts,
): { terms: Terms; profiles: Profile[] | null } {
  if (!profiles) return { terms, profiles: null };
  const candidates = [terms, ...profiles.map((profile) => withProfile(terms, profile))];
  const profits = candidates.map((candidate) => dailyFigures(candidate, market).daily_profit);
  const best = profits.indexOf(Math.max(...profits));
  return {
    terms: candidates[best] ?? terms,
    profiles: candidates.map(({ machine: { hashrate_th, power_w } }, index) => ({
      hashrate_th,
      power_w,
      daily_profit: profits[index] ?? 0,
      best: index === best,
    })),
  };
}

function withProfile(terms: Terms, profile: { hashrate_th: number; power_w: number }): Terms {
  const efficiency_j_per_th = profile.power_w / profile.hashrate_th;
  return { ...terms, machine: { ...terms.machine, ...profile, efficiency_j_per_th, source: "profile" } };
}
