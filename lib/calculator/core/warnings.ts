import { networkHashrateHs } from "@/lib/kernel/bitcoin/hashprice";
import { subsidySats } from "@/lib/kernel/bitcoin/subsidy";
import { HASHES_PER_TH } from "@/lib/kernel/units";
import type { CalculateOutput, MarketFacts } from "../schemas";
import type { Warning } from "./answer-parts";
import type { Month } from "./projection";
import type { CatalogueMachine, Terms } from "./terms";

type Answer = Pick<CalculateOutput, "algorithms" | "next_halving" | "daily_profit">;

/** What a reader should know before he trusts the figures; each has a code that pages translate. */
export function warnings(
  terms: Terms,
  market: MarketFacts,
  model: CatalogueMachine | null,
  months: readonly Month[],
  answer: Answer,
): Warning[] {
  const found: Warning[] = [];
  const warn = (when: boolean, code: string, message: () => string) => {
    if (when) found.push({ code, message: message() });
  };
  const halving = answer.next_halving;
  const lastHeight = months.at(-1)?.height ?? market.block_height.value;
  const states = Object.values(market).map((figure) => figure.state);
  const ths = terms.machine.hashrate_th * terms.quantity;
  const gap = answer.algorithms.warning;

  warn(states.includes("default"), "market_default", () => "Part of the market is a built-in default, not measured.");
  warn(states.includes("simulated"), "market_simulated", () => "Part of the market is simulated, not measured.");
  warn(states.includes("stale"), "market_stale", () => "Part of the market is old: no source has answered since.");
  warn(gap !== null, "gap_unexplained", () => gap ?? "");
  warn(answer.daily_profit < 0, "runs_at_a_loss", () => "At today's figures the machines cost more than they earn.");
  warn(halving?.inside_horizon === true, "halving_in_horizon", () => halvingMessage(halving));
  warn(subsidySats(lastHeight) === 0, "subsidy_ends", () => "Inside the horizon the block subsidy is used up.");
  warn(
    ths * HASHES_PER_TH > networkHashrateHs(market.difficulty.value),
    "larger_than_network",
    () => "The machines are more than the whole network at this difficulty: the difficulty would not stay.",
  );
  warn(
    terms.pool.method === "PPLNS" && terms.poolHashrateEhs === null,
    "pool_size_unknown",
    () => "How far PPLNS pay spreads depends on the pool's size: give pool_hashrate_ehs.",
  );
  warn(
    model?.confidence === "probable" && terms.machine.source !== "input",
    "machine_unverified",
    () => `The figures of ${model?.label} rest on fewer than three independent sources.`,
  );
  warn(
    model?.status === "announced",
    "machine_announced",
    () => `${model?.label} is announced; there is no proof yet that it reached customers.`,
  );
  return found;
}

const halvingMessage = (halving: Answer["next_halving"]): string =>
  `At height ${halving?.block_height}, about ${halving?.at.slice(0, 10)}, the block subsidy halves.`;
