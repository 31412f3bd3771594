/** Net present value of monthly cash flows, the first of them now, at a rate a month. */
export function npv(flows: readonly number[], rateMonth: number): number {
  const discount = 1 / (1 + rateMonth);
  let value = 0;
  for (let month = flows.length - 1; month >= 0; month--) value = value * discount + (flows[month] ?? 0);
  return value;
}
