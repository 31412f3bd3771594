/**
 * An exponential average after its `known`th value: until its period is full it is the sum of what is there, then the mean
 * of that, and from then on it moves by `k` towards each value.
 */
export function emaStep(average: number, value: number, known: number, period: number, k: number): number {
  if (known > period) return average + k * (value - average);
  const sum = average + value;
  return known === period ? sum / period : sum;
}
