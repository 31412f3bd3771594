import type { KnownFigure } from "../schemas";

/** A figure that someone typed in, marked as such. */
export const manualFigure = (value: number, now: Date): KnownFigure => ({
  value,
  source: "manual",
  as_of: now.toISOString(),
  state: "manual",
});
