/**
 * Months until monthly cash flows, the first of them now and undiscounted, have come back (formula 11): the last time
 * their sum crosses zero from below, interpolated inside its month. What is lost again after that counts elsewhere. 0
 * where the sum doesn't begin below zero; null where it never comes up: "does not pay back". [−100, 60, 60] → 1.667.
 */
export function payback(flows: readonly number[]): number | null {
  let sum = 0;
  let crossing: number | null = (flows[0] ?? 0) < 0 ? null : 0;
  for (let month = 0; month < flows.length; month++) {
    const flow = flows[month] ?? 0;
    const before = sum;
    sum += flow;
    if (before < 0 && sum >= 0) crossing = month - 1 + -before / flow;
  }
  return crossing;
}
