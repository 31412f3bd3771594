import { ridders } from "./ridders";
import { signChanges, unitRoots } from "./unit-roots";

/** Rates closer than this are one: where the value only touches zero, rounding can show it twice. */
const SAME_FORCE = 1e-7;
/** A sum of this share of the flows' size is zero but for rounding: then a rate of zero is one of the rates. */
const ZERO_SUM = 1e-13;

/**
 * Every rate above −100 % at which monthly cash flows are worth nothing today, ascending, as ln(1 + rate a month).
 * Flows that change sign once have exactly one (Descartes), without a change none; with more, there may be several.
 */
export function internalRates(flows: readonly number[]): number[] {
  const known = trimZeros(flows);
  const changes = signChanges(known);
  if (changes === 0) return [];
  if (changes === 1) return [theOnlyForce(known)];
  const forces = allForces(known).sort((a, b) => a - b);
  return forces.filter((force, index) => index === 0 || force - (forces[index - 1] ?? 0) > SAME_FORCE);
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

/** Rates above zero are discount factors in (0, 1); those below are their reciprocals, of the flows reversed. */
function allForces(flows: readonly number[]): number[] {
  if (Math.abs(balance(flows, 0)) < ZERO_SUM) return [0, ...allForces(withoutZeroRate(flows))];
  return [...forcesIn(flows), ...forcesIn(flows.toReversed()).map((force) => -force)];
}

/** The flows divided by `1 − discount factor`: the same rates but for one of zero. */
function withoutZeroRate(flows: readonly number[]): number[] {
  let sum = 0;
  return flows.slice(0, -1).map((flow) => {
    sum += flow;
    return sum;
  });
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
