/** One step along the x axis. A series without a value there is null, and the line has a gap. */
export type ChartRow = { x: string; values: Readonly<Record<string, number | null>> };

export type ChartSeries = { key: string; label: string };

/** Something that happens at one x, such as a halving. */
export type ChartMarker = { x: string; label: string };

export type ChartFormat = {
  x: (x: string) => string;
  /** Ticks of the axis, short: `$15k`. */
  y: (value: number) => string;
  /** A value in words, exact, for the crosshair and the table. */
  value: (value: number) => string;
};
