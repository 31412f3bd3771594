import { RoiHeatmap } from "@/lib/analytics/schemas";
import { draftToRequest } from "@/lib/calculator/core/draft";
import { parseNumber } from "@/lib/kernel/parse-number";
import type { PickerModel } from "@/lib/machines/schemas";
import { type FieldProblem, fieldProblems } from "../../calculator/field-problem";
import { AXES, type Axis, axisUnit, type HeatmapDraft } from "./heatmap-draft";

/** The request that a draft stands for, or what is wrong with which field. */
export function heatmapRequest(
  draft: HeatmapDraft,
  machine: PickerModel | null,
): { request: object | null; problems: FieldProblem[] } {
  const { request: asked, problems } = draftToRequest(draft.terms, machine);
  // The map is of the one path that is assumed: no futures are drawn at random for a cell.
  const { algorithm: _, ...rest } = asked;
  const wrong: FieldProblem[] = [...problems];
  const request: Record<string, unknown> = { ...rest, figure: draft.figure, against: draft.against };
  for (const axis of AXES) {
    // The other axis of the rows is kept as typed, and asked for by nobody.
    if (axis !== "price" && axis !== draft.against) continue;
    const { problems: ofAxis, value } = readAxis(axis, draft);
    wrong.push(...ofAxis);
    if (value) request[axis] = value;
  }
  const parsed = RoiHeatmap.safeParse(request);
  if (!parsed.success) wrong.push(...fieldProblems(parsed.error.issues).map((problem) => inFormsUnit(problem, draft)));
  const firsts = wrong.filter((problem, index) => wrong.findIndex(({ path }) => path === problem.path) === index);
  return { request: firsts.length === 0 ? request : null, problems: firsts };
}

function readAxis(axis: Axis, draft: HeatmapDraft) {
  const typed = draft.axes[axis];
  const problems: FieldProblem[] = [];
  const number = (name: "from" | "to" | "steps", unit: number): number | undefined => {
    if (typed[name].trim() === "") return undefined;
    const value = parseNumber(typed[name]);
    if (value === null) problems.push({ path: `${axis}.${name}`, code: "not_a_number" });
    return value === null ? undefined : Number((value * unit).toPrecision(15));
  };
  const unit = axisUnit(axis, draft);
  const [from, to, steps] = [number("from", unit), number("to", unit), number("steps", 1)];
  if (Object.values(typed).every((text) => text.trim() === "")) return { problems, value: null };
  return { problems, value: { from, to, ...(steps === undefined ? {} : { steps }) } };
}

/** A limit as the form's field would have it, and an end that isn't above its beginning said as such. */
function inFormsUnit(problem: FieldProblem, draft: HeatmapDraft): FieldProblem {
  const [name, end] = problem.path.split(".");
  const axis = AXES.find((each) => each === name);
  if (!axis || !end || end === "steps") return problem;
  if (problem.code === "invalid" && end === "to") return { ...problem, code: "above", limit: draft.axes[axis].from };
  if (problem.limit === undefined) return problem;
  return { ...problem, limit: String(Number(problem.limit) / axisUnit(axis, draft)) };
}
