/**
 * Modified rate of return a month: what is paid in, discounted at the finance rate, grows into what comes out,
 * reinvested until the last month: `(future of gains / present of payments)^(1/n) − 1`.
 * Null where nothing is paid in or nothing comes out.
 */
export function mirr(flows: readonly number[], financeMonth: number, reinvestMonth: number): number | null {
  const months = flows.length - 1;
  let paidNow = 0;
  let gainedThen = 0;
  for (let month = months; month >= 0; month--)
    paidNow = paidNow / (1 + financeMonth) + Math.max(0, -(flows[month] ?? 0));
  for (let month = 0; month <= months; month++) {
    gainedThen = gainedThen * (1 + reinvestMonth) + Math.max(0, flows[month] ?? 0);
  }
  if (months < 1 || paidNow === 0 || gainedThen === 0) return null;
  return (gainedThen / paidNow) ** (1 / months) - 1;
}
