import { at, type Column } from "../column";
import type { Plan } from "./plan";
import { fullLoadW, gainsOfOff, hasLimits, type Problem, restartLosses } from "./problem";
import type { Programme } from "./programme";

/** Where a kind's hour stands in the variables: how many are off; those that go off and come back follow it. */
const columnOf = (problem: Problem, kind: number, hour: number): number => (kind * problem.hours + hour) * 3;

/**
 * All of a curtailment problem as flows of units between on and off. What it gains is over being always on. Without the
 * rows of loads its corners are whole numbers, so that only those rows make it hard (Rajan and Takriti 2005).
 */
export function networkModel(problem: Problem, isWhole: boolean): Programme {
  const size = problem.kinds.length * problem.hours * 3;
  const model: Programme = {
    gains: new Float64Array(size),
    upper: new Float64Array(size),
    whole: new Uint8Array(size),
    rowLower: [],
    rowUpper: [],
    starts: [0],
    indices: [],
    values: [],
  };
  if (hasLimits(problem)) for (let hour = 0; hour < problem.hours; hour++) addLoad(problem, model, hour);
  for (const index of problem.kinds.keys()) addKind(problem, model, index, isWhole);
  return model;
}

/** How many numbers its rows hold: what decides whether a solver ends in time. */
export const modelSize = ({ kinds, hours, minOffHours }: Problem): number =>
  kinds.length * hours * (6 + Math.min(minOffHours, hours));

/** The plan that a solution stands for. */
export const planOfSolution = (problem: Problem, solution: Column): Plan =>
  problem.kinds.map((_, index) =>
    Float64Array.from({ length: problem.hours }, (_, hour) => Math.round(at(solution, columnOf(problem, index, hour)))),
  );

/** What a MWh more of load is worth in each hour: the first rows are the hours' loads, in watts. */
export const surchargeOfDuals = (problem: Problem, rowDuals: Column): Column =>
  Float64Array.from({ length: problem.hours }, (_, hour) => -1e6 * at(rowDuals, hour));

function addKind(problem: Problem, model: Programme, index: number, isWhole: boolean): void {
  const kind = problem.kinds[index];
  if (!kind) return;
  const [gains, losses] = [new Float64Array(problem.hours), new Float64Array(problem.hours)];
  gainsOfOff(problem, kind, gains);
  restartLosses(problem, kind, losses);
  for (let hour = 0; hour < problem.hours; hour++) {
    const off = columnOf(problem, index, hour);
    model.gains[off] = at(gains, hour);
    model.gains[off + 2] = -at(losses, hour);
    model.upper.fill(kind.quantity, off, off + 3);
    if (isWhole) model.whole[off] = 1;
    const change: Entry[] = [
      [off, 1],
      [off + 1, -1],
      [off + 2, 1],
    ];
    addRow(model, hour === 0 ? change : [...change, [off - 3, -1]], 0, 0);
    const wentOff: Entry[] = [];
    for (let from = Math.max(0, hour - problem.minOffHours + 1); from <= hour; from++)
      wentOff.push([columnOf(problem, index, from) + 1, 1]);
    addRow(model, [...wentOff, [off, -1]], Number.NEGATIVE_INFINITY, 0);
  }
}

type Entry = [index: number, value: number];

/** Watts that are off are what the limits leave of the whole. */
function addLoad(problem: Problem, model: Programme, hour: number): void {
  const full = fullLoadW(problem);
  const off = problem.kinds.map(({ powerW }, index): Entry => [columnOf(problem, index, hour), powerW]);
  addRow(model, off, full - problem.maxW, full - problem.minW);
}

function addRow(model: Programme, entries: readonly Entry[], lower: number, upper: number): void {
  for (const [index, value] of entries) {
    model.indices.push(index);
    model.values.push(value);
  }
  model.starts.push(model.indices.length);
  model.rowLower.push(lower);
  model.rowUpper.push(upper);
}
