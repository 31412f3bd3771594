import { at, type Column, NO_HOURS } from "../column";
import { baselinesOf, type Curtailment } from "./curtail";
import type { Machine, Problem } from "./problem";
import type { CurtailmentAnswer } from "./schemas";

/** A curtailment as its readers get it: machines by id, hour by hour. */
export function answerOf(problem: Problem, found: Curtailment): CurtailmentAnswer {
  const { alwaysOnUsd, neverOnUsd, meritOrderUsd } = baselinesOf(problem);
  const baselines = {
    always_on_profit_usd: alwaysOnUsd,
    never_on_profit_usd: neverOnUsd,
    merit_order_profit_usd: meritOrderUsd,
  };
  if (found.status === "infeasible")
    return {
      status: found.status,
      reason: found.reason,
      schedule: [],
      total_profit_usd: null,
      ...baselines,
      bound_usd: null,
      gap_pct: null,
    };
  const { status, totalUsd, boundUsd } = found;
  return {
    status,
    reason: status === "optimal" ? null : "The best plan that was found; none earns more than bound_usd.",
    schedule: scheduleOf(problem, found),
    total_profit_usd: totalUsd,
    ...baselines,
    bound_usd: boundUsd,
    gap_pct: status === "optimal" ? 0 : gapPct(totalUsd, boundUsd),
  };
}

/** By how much of the bound a plan misses it. */
const gapPct = (totalUsd: number, boundUsd: number): number | null =>
  boundUsd === 0 ? null : (100 * (boundUsd - totalUsd)) / Math.abs(boundUsd);

type Found = Exclude<Curtailment, { status: "infeasible" }>;

function scheduleOf(problem: Problem, { plan, outcome }: Found): CurtailmentAnswer["schedule"] {
  const active = new Map<string, Column>();
  for (const [index, { machines }] of problem.kinds.entries()) shareOut(machines, plan[index] ?? NO_HOURS, active);
  const [ids, columns] = [[...active.keys()], [...active.values()]];
  return Array.from({ length: problem.hours }, (_, hour) => ({
    hour,
    active: countsOf(ids, columns, hour),
    mw: at(outcome.loadW, hour) / 1e6,
    profit_usd: at(outcome.profitUsd, hour),
  }));
}

/** Without a prototype: an object with hundreds of keys is then made five times as fast, and any id is a key. */
function countsOf(ids: readonly string[], columns: readonly Column[], hour: number): Record<string, number> {
  const counts: Record<string, number> = Object.create(null);
  for (const [index, id] of ids.entries()) counts[id] = at(columns[index] ?? NO_HOURS, hour);
  return counts;
}

/**
 * Says of each id how many run. Units of one kind stand in a ring, and those that are off are a stretch of it that grows
 * at its head and shrinks at its tail: who went off first comes back first, so no id has a block that is too short.
 */
export function shareOut(machines: readonly Machine[], off: Column, active: Map<string, Column>): void {
  const total = machines.reduce((sum, { quantity }) => sum + quantity, 0);
  const columns = machines.map(({ id, quantity }) => {
    const on = new Float64Array(off.length);
    active.set(id, on);
    return { on, quantity };
  });
  let tail = 0;
  for (let hour = 0; hour < off.length; hour++) {
    const back = hour === 0 ? 0 : Math.max(0, at(off, hour - 1) - at(off, hour));
    tail = total === 0 ? 0 : (tail + back) % total;
    const head = tail + at(off, hour);
    let first = 0;
    for (const { on, quantity } of columns) {
      on[hour] = quantity - overlap(first, quantity, tail, head) - overlap(first, quantity, tail - total, head - total);
      first += quantity;
    }
  }
}

const overlap = (first: number, length: number, from: number, to: number): number =>
  Math.max(0, Math.min(first + length, to) - Math.max(first, from));
