import type { Column } from "@/lib/market/core/indicators/column";
import type { Series } from "./series";

/** One indicator by ourselves and by a peer: what each answers, and of both the columns that must agree. */
export type Case = {
  name: string;
  peer: "technicalindicators" | "trading-signals";
  ours(series: Series): unknown;
  theirs(series: Series): unknown;
  /** Our columns and theirs, which may begin later and ends with the same bar. */
  columns(ours: never, theirs: never): [Column, Column][];
  /** What a peer rounds to, where it rounds. */
  rounding?: number;
};

type Pair<O, T> = {
  name: string;
  ours(series: Series): O;
  theirs(series: Series): T;
  columns(ours: O, theirs: T): [Column, Column][];
  rounding?: number;
};

/** Beside that library. */
export const caseOf = <O, T>(peer: Case["peer"], pair: Pair<O, T>): Case => ({ peer, ...pair }) as Case;
/** A single column of each. */
export const one = (ours: Column, theirs: Column): [Column, Column][] => [[ours, theirs]];

/** One field of each row. */
export const field = <K extends string>(rows: readonly (Partial<Record<K, number>> | null)[], key: K): Column =>
  rows.map((row) => row?.[key] ?? null);
