/** One number an hour (or a machine). */
export type Column = Float64Array;

/** A column's value; every index that is asked for is inside. */
export const at = (column: Column, index: number): number => column[index] ?? 0;

export const sumOf = (column: Column): number => column.reduce((sum, value) => sum + value, 0);

/** What stands where no column is. */
export const NO_HOURS: Column = new Float64Array(0);
