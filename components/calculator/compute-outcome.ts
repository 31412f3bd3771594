import { calculate } from "@/lib/calculator/core/calculate";
import { type Draft, draftToRequest } from "@/lib/calculator/core/draft";
import type { Facts } from "@/lib/calculator/core/facts";
import type { PinnedMarket } from "@/lib/calculator/core/link";
import { marketOfLink } from "@/lib/calculator/core/link-market";
import { mergeMarket } from "@/lib/calculator/core/market-facts";
import { type Sensitivity, sensitivity } from "@/lib/calculator/core/sensitivity";
import { CalculateInput, type CalculateOutput } from "@/lib/calculator/schemas";
import type { PickerModel } from "@/lib/machines/schemas";
import type { MarketSnapshot } from "@/lib/market/schemas";
import { type FieldProblem, fieldProblems } from "./field-problem";

/** What is outside the form: the market (pinned by a link, or live) and the UTC date. */
export type Surroundings = { market: MarketSnapshot; pinned: PinnedMarket | null; today: string };

/** The answer to a draft, or what is wrong with it. `futures` is what a thread needs to add the joint paths. */
export type Outcome = {
  result: CalculateOutput | null;
  grid: Sensitivity | null;
  problems: readonly FieldProblem[];
  futures: { input: CalculateInput; facts: Facts } | null;
};

const NO_OUTCOME: Outcome = { result: null, grid: null, problems: [], futures: null };

/** An outcome that has its answer. */
export type AnsweredOutcome = Outcome & { result: CalculateOutput };

/** The same pure calculation as the server's, without the joint paths: a fraction of a millisecond. */
export function computeOutcome(draft: Draft, machine: PickerModel | null, around: Surroundings): Outcome {
  const { request, problems } = draftToRequest(draft, machine);
  const parsed = CalculateInput.safeParse(request);
  const wrong = [...problems, ...(parsed.success ? [] : fieldProblems(parsed.error.issues))];
  if (!parsed.success || wrong.length > 0) return { ...NO_OUTCOME, problems: firstOfEach(wrong) };
  const input = parsed.data;
  const start = input.start_date ?? around.today;
  const facts: Facts = {
    model: machine && { ...machine, label: machine.name },
    market: mergeMarket(input.market, around.pinned ? marketOfLink(around.pinned) : around.market, {
      start,
      today: around.today,
    }),
    today: around.today,
  };
  return {
    result: calculate({ ...input, algorithm: "basic" }, facts),
    grid: sensitivity(input, facts),
    problems: [],
    futures: { input, facts },
  };
}

const firstOfEach = (problems: FieldProblem[]): FieldProblem[] =>
  problems.filter((problem, index) => problems.findIndex(({ path }) => path === problem.path) === index);
