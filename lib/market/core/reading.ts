import type { Source } from "../schemas";
import type { FigureName, FigureValues } from "./figures";

/** What a source said about one figure. `asOf` is the source's own time, `null` where it gives none. */
export type Reading<N extends FigureName = FigureName> = { figure: N; value: FigureValues[N]; asOf: Date | null };

/** A reading that was believed and kept: the latest of its figure and source. */
export type StoredReading<N extends FigureName = FigureName> = {
  figure: N;
  value: FigureValues[N];
  source: Source;
  asOf: Date;
  fetchedAt: Date;
};
