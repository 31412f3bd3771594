import { HistoricalReplay, type KnownRange } from "@/lib/analytics/schemas";
import { draftToRequest } from "@/lib/calculator/core/draft";
import type { PickerModel } from "@/lib/machines/schemas";
import { type FieldProblem, fieldProblems } from "../../calculator/field-problem";
import { isOwn } from "../fleet/fleet-draft";
import { readRows } from "../fleet/fleet-request";
import { REPLAY_TERMS, type ReplayDraft } from "./replay-draft";
import { periodOf } from "./replay-period";

type Period = ReturnType<typeof periodOf>;
type Around = { known: KnownRange; models: readonly PickerModel[]; ownMachines: number };

/** The request that a draft stands for, or what is wrong with which field. */
export function replayRequest(
  draft: ReplayDraft,
  { known, models, ownMachines }: Around,
): { request: object | null; problems: FieldProblem[] } {
  const { request: all, problems } = draftToRequest(draft.terms, null);
  const terms = Object.fromEntries(REPLAY_TERMS.flatMap((name) => (name in all ? [[name, all[name]]] : [])));
  const typed = isOwn(draft.fleet, ownMachines) ? null : readRows(draft.fleet.rows, models);
  const request = {
    ...periodOf(draft, known),
    ...terms,
    ...(typed && { machines: typed.rows.map((row) => machineOf(row, draft.countFrom)) }),
    stand_still: draft.standsStill ? "at_a_loss" : "never",
    count_from: draft.countFrom,
  };
  const parsed = HistoricalReplay.safeParse(request);
  const wrong = [
    ...problems,
    ...(typed?.problems ?? []),
    ...(parsed.success ? [] : fieldProblems(parsed.error.issues).map((problem) => blamed(problem, request, known))),
  ];
  const firsts = wrong.filter((problem, index) => wrong.findIndex(({ path }) => path === problem.path) === index);
  return { request: firsts.length === 0 ? request : null, problems: firsts.map(inWords) };
}

type ReadRow = ReturnType<typeof readRows>["rows"][number];

const machineOf = (row: ReadRow, countFrom: ReplayDraft["countFrom"]) => ({
  ...(row.model ? { miner_model: row.model.name } : { hashrate_th: row.hashrateTh, power_w: row.powerW }),
  quantity: row.quantity,
  ...(row.priceUsd === undefined ? {} : { cost_usd: row.priceUsd * (row.quantity ?? 0) }),
  ...(row.since === undefined || countFrom === "start" ? {} : { since: row.since }),
});

/** Of two days that are turned the first is the wrong one where it lies beyond all that is known. */
const blamed = (problem: FieldProblem, { from, to }: Period, known: KnownRange): FieldProblem =>
  problem.path === "to" && to !== "" && from > known.to ? { ...problem, path: "from" } : problem;

/** Days have words of their own. */
const inWords = (problem: FieldProblem): FieldProblem =>
  /^(from|to|machines\.\d+\.since)$/.test(problem.path) ? { ...problem, code: "date" } : problem;
