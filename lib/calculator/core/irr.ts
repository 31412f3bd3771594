import { ridders } from "./ridders";
import { signChanges, unitRoots } from "./unit-roots";

/** `force` is ln(1 + rate a month). */
export type Irr = { force: number; reason: null } | { force: null; reason: "no_irr" | "several_irr" };

/** Rates closer than this are one: where the value only touches zero, rounding can show it twice. */
const SAME_FORCE = 1e-7;

/**
 * The rate at which monthly cash flows are worth nothing today. Flows that change sign once have exactly one
 * (Descartes), without a change there is none; with more, every rate above −100 % is found, and several are an answer.
 */
export function irr(flows: readonly number[]): Irr {
  const known = trimZeros(flows);
  const changes = signChanges(known);
  const forces = changes === 0 ? [] : changes === 1 ? [theOnlyForce(known)] : allForces(known);
  const [force] = forces;
  if (force === undefined) return { force: null, reason: "no_irr" };
  const several = forces.some((other) => Math.abs(other - force) > SAME_FORCE);
  return several ? { force: null, reason: "several_irr" } : { force, reason: null };
}

/** Present value as a share of all flows' present size: in [−1, 1] at any rate, zero where the value is. */
export function balance(flows: readonly number[], force: number): number {
  // For negative rates the last flow weighs most: counting from it keeps the powers small.
  const backwards = force < 0;
  const step = Math.exp(backwards ? force : -force);
  let value = 0;
  let size = 0;
  for (let index = 0; index < flows.length; index++) {
    const flow = flows[backwards ? index : flows.length - 1 - index] ?? 0;
    value = value * step + flow;
    size = size * step + Math.abs(flow);
  }
  return size === 0 ? 0 : value / size;
}

function theOnlyForce(flows: readonly number[]): number {
  return ridders((force) => balance(flows, force), -largestForce(flows.toReversed()), largestForce(flows));
}

/** Rates of zero and more are discount factors in (0, 1]; those below are their reciprocals, of the flows reversed. */
function allForces(flows: readonly number[]): number[] {
  const reversed = flows.toReversed();
  return [...forcesIn(flows), ...forcesIn(reversed).map((force) => -force)];
}

function forcesIn(flows: readonly number[]): number[] {
  const highest = largestForce(flows);
  return unitRoots(flows).map(({ low, high }) => {
    if (low === high) return -Math.log(low);
    const upTo = low === 0 ? highest : Math.min(highest, -Math.log(low));
    return ridders((force) => balance(flows, force), -Math.log(high), upTo);
  });
}

/** Cauchy: no root's factor is smaller than 1 / (1 + largest flow / first flow). */
function largestForce(flows: readonly number[]): number {
  const largest = flows.reduce((most, flow) => Math.max(most, Math.abs(flow)), 0);
  return Math.log1p(largest / Math.abs(flows[0] ?? largest));
}

function trimZeros(flows: readonly number[]): readonly number[] {
  const first = flows.findIndex((flow) => flow !== 0);
  const last = flows.findLastIndex((flow) => flow !== 0);
  return first === 0 && last === flows.length - 1 ? flows : flows.slice(first, last + 1);
}
