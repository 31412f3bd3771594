import type { ChartRow, ChartSeries } from "./chart-row";

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

/** Nothing at or below zero has a place on a logarithmic axis. */
export const positive = (value: number | null, scale: PlotScale): number | null =>
  scale === "log" && value !== null && value <= 0 ? null : value;

const identity = (value: number): number => value;
/** Values as they lie on the axis, and back. */
export const flatness = (scale: PlotScale) =>
  scale === "log" ? { flat: Math.log10, unflat: (value: number) => 10 ** value } : { flat: identity, unflat: identity };

/** What the axis of values is told of its scale. */
export function axisOf(scale: PlotScale, rows: readonly ChartRow[], series: readonly ChartSeries[]) {
  if (typeof scale === "object") return { domain: [...scale] };
  if (scale !== "log") return { domain: ["auto", "auto"] };
  const values = rows.flatMap((row) => series.map(({ key }) => row.values[key] ?? 0)).filter((value) => value > 0);
  const [least, most] = [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), 0)];
  return { scale: "log" as const, domain: [least, most], ticks: logTicks(least, most) };
}
