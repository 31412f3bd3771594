/** One value a bar; `NaN` where there is none, which every sum of it carries on. */
export type Column = Float64Array;

/** The values as a column, a copy. */
export const columnOf = (values: readonly number[]): Column => new Float64Array(values);

/** A column of `length` bars without any value yet. */
export const blankColumn = (length: number): Column => new Float64Array(length).fill(Number.NaN);

/** A value as it is answered: `null` where there is none. */
export const answered = (value = Number.NaN): number | null => (Number.isNaN(value) ? null : value);
