export type Scale = { min: number; max: number; ticks: number[] };

const STEPS = [1, 2, 2.5, 5, 10];

/** Round marks around a range, zero always among them: about `count` steps of 1, 2, 2.5 or 5 times a power of ten. */
export function valueScale(values: readonly number[], count = 5): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (low === high) return { min: -1, max: 1, ticks: [-1, 0, 1] };
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { min: first * step, max: last * step, ticks };
}

/** Every month, quarter, half or whole year, so that at most nine marks stand on the axis. */
export function monthTicks(months: number): number[] {
  const step = [1, 2, 3, 6, 12, 24].find((each) => months / each <= 8) ?? 24;
  return Array.from({ length: Math.floor(months / step) + 1 }, (_, index) => index * step);
}
