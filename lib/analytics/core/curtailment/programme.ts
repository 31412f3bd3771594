import type { Column } from "../column";

/**
 * A linear programme: maximise `gains · x` where `rowLower ≤ A x ≤ rowUpper` and `0 ≤ x ≤ upper`, with A in compressed
 * rows. Where `whole` is 1, x must be a whole number.
 */
export type Programme = {
  gains: Column;
  upper: Column;
  whole: Uint8Array;
  rowLower: number[];
  rowUpper: number[];
  starts: number[];
  indices: number[];
  values: number[];
};

export type Solution = {
  /** `stopped`: it took too long; the best solution found so far, if any, and the bound still hold. */
  status: "optimal" | "infeasible" | "stopped";
  x: Column | null;
  /** No solution gains more. */
  bound: number;
  /** What a row's bound more is worth; null where variables are whole. */
  rowDuals: Column | null;
};

/** Solves linear programmes; it comes from outside because it is no pure code. */
export type Solve = (programme: Programme) => Promise<Solution>;
