/**
 * How a chart's values are laid out: `zero` reaches to zero, for what is gained and lost; `fit` shows only where the values
 * are, for prices, whose zero would flatten them; `log` by their ratios, for what grew by powers of ten; or fixed ends.
 */
export type PlotScale = "zero" | "fit" | "log" | readonly [number, number];

/** Steps within a power of ten, the finest first. */
const STEPS = [[1, 1.5, 2, 3, 4, 5, 6, 8], [1, 2, 3, 5], [1, 2, 5], [1, 3], [1]] as const;
const MOST_TICKS = 7;

/** Ticks of a logarithmic axis: as many round values as there is room for; the ends where none lies between. */
export function logTicks(least: number, most: number): number[] {
  if (!(least > 0) || !(most >= least)) return [];
  const powers: number[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power++) powers.push(power);
  const inside = STEPS.map((steps) =>
    powers
      .flatMap((power) => steps.map((step) => Number(`${step}e${power}`)))
      .filter((tick) => tick >= least && tick <= most),
  );
  const ticks = inside.find(({ length }) => length <= MOST_TICKS) ?? inside.at(-1) ?? [];
  return ticks.length >= 2 ? ticks : [least, most];
}
