import { CalculateInput, type MarketFacts } from "../schemas";
import { type Draft, type DraftMachine, draftToRequest } from "./draft";
import type { PinnedMarket } from "./link";
import { marketOfLink } from "./link-market";
import { CUSTOM_MACHINE } from "./machine-of-draft";
import { mergeMarket } from "./market-facts";

export type ScenarioRequest = {
  /** Still to be parsed by `CalculateInput`. */
  request: Record<string, unknown>;
  problems: readonly { path: string; code: string }[];
  /** The market with its origins where the link keeps one; otherwise the live one is to be used. */
  market: MarketFacts | null;
};

/**
 * What to ask for one scenario of a link. A link's market goes into the request, figures typed by hand win over it;
 * a machine that the catalogue doesn't have is asked for by its name, so that the answer can say what was meant.
 */
export function scenarioRequest(
  draft: Draft,
  machine: DraftMachine | null,
  around: { pinned: PinnedMarket | null; today: string },
): ScenarioRequest {
  const { request, problems } = draftToRequest(draft, machine);
  if (!machine && draft.miner_model && draft.miner_model !== CUSTOM_MACHINE) request.miner_model = draft.miner_model;
  const parsed = CalculateInput.safeParse(request);
  if (!around.pinned || !parsed.success || problems.length > 0) return { request, problems, market: null };
  const { today } = around;
  const start = parsed.data.start_date ?? today;
  const market = mergeMarket(parsed.data.market, marketOfLink(around.pinned), { start, today });
  return { request: { ...request, market: valuesOf(market) }, problems, market };
}

const valuesOf = (market: MarketFacts): Record<string, number> =>
  Object.fromEntries(Object.entries(market).flatMap(([name, { value }]) => (value === null ? [] : [[name, value]])));
