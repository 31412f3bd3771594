/**
 * How a chart's values are laid out: `zero` reaches to zero, for what is gained and lost; `fit` shows only where the values
 * are, for prices, whose zero would flatten them; `log` by their ratios, for what grew by powers of ten; or fixed ends.
 */
export type PlotScale = "zero" | "fit" | "log" | readonly [number, number];

/** Ticks of a logarithmic axis: 1, 2 and 5 of each power of ten, or its powers alone where those would be too many. */
export function logTicks(least: number, most: number): number[] {
  if (!(least > 0) || !(most >= least)) return [];
  const powers: number[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power++) powers.push(power);
  const steps = powers.length > 4 ? [1] : [1, 2, 5];
  const ticks = powers.flatMap((power) => steps.map((step) => Number(`${step}e${power}`)));
  const inside = ticks.filter((tick) => tick >= least && tick <= most);
  // Between two ticks a short range would have none.
  return inside.length >= 2 ? inside : [least, most];
}
