import type { Bars } from "@/lib/market/core/indicators/bars";
import { columnOf } from "@/lib/market/core/indicators/column";
import type { Series } from "./series";

/** A column of either: a value a bar, `null` or `NaN` where there is none. */
export type Values = ArrayLike<number | null>;

/** One indicator by ourselves and by a peer: what each answers, and of both the columns that must agree. */
export type Case = {
  name: string;
  peer: "technicalindicators" | "trading-signals";
  ours(series: Series): unknown;
  theirs(series: Series): unknown;
  /** Our columns and theirs, which may begin later and ends with the same bar. */
  columns(ours: never, theirs: never): [Values, Values][];
  /** What a peer rounds to, where it rounds. */
  rounding?: number;
};

type Pair<O, T> = {
  name: string;
  ours(series: Series): O;
  theirs(series: Series): T;
  columns(ours: O, theirs: T): [Values, Values][];
  rounding?: number;
};

/** What the peers are given, as our columns: a copy each time, which counts as ours. */
export const barsOf = ({ high, low, close }: Series): Bars => ({
  high: columnOf(high),
  low: columnOf(low),
  close: columnOf(close),
});

/** Beside that library. */
export const caseOf = <O, T>(peer: Case["peer"], pair: Pair<O, T>): Case => ({ peer, ...pair }) as Case;
/** A single column of each. */
export const one = (ours: Values, theirs: Values): [Values, Values][] => [[ours, theirs]];

/** One field of each row. */
export const field = <K extends string>(rows: readonly (Partial<Record<K, number>> | null)[], key: K): Values =>
  rows.map((row) => row?.[key] ?? null);
