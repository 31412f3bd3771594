import { blockIntervalMs } from "@/lib/kernel/bitcoin/epochs";
import { nextHalvingHeight, subsidySats } from "@/lib/kernel/bitcoin/subsidy";
import { MS_PER_DAY } from "@/lib/kernel/units";
import type { CalculateOutput, MarketFacts } from "../schemas";
import type { Month } from "./projection";
import type { Terms } from "./terms";

/** When the subsidy halves next, at the given growth of difficulty; null once there is no subsidy left. */
export function nextHalving(
  terms: Terms,
  market: MarketFacts,
  months: readonly Month[],
): CalculateOutput["next_halving"] {
  const height = market.block_height.value;
  if (subsidySats(height) === 0) return null;
  const halving = nextHalvingHeight(height);
  const ms = terms.startMs + (halving - height) * blockIntervalMs(terms.growthPctEpoch);
  const last = months.at(-1);
  const endMs = last ? last.startMs + last.days * MS_PER_DAY : terms.startMs;
  return { block_height: halving, at: new Date(ms).toISOString(), inside_horizon: ms < endMs };
}
