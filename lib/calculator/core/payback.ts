/**
 * Months until monthly cash flows, the first of them now and undiscounted, have come back for good: the last time their
 * sum crosses zero from below, interpolated inside its month. 0 where it never is below; null where it ends below:
 * "does not pay back" is an answer. [−100, 60, 60] → 1.667.
 */
export function payback(flows: readonly number[]): number | null {
  let sum = 0;
  let crossing: number | null = 0;
  for (let month = 0; month < flows.length; month++) {
    const flow = flows[month] ?? 0;
    const before = sum;
    sum += flow;
    if (sum < 0) crossing = null;
    else if (before < 0) crossing = month - 1 + -before / flow;
  }
  return crossing;
}
