/** A value that doesn't exist is null on the wire: never NaN, never Infinity. */
export const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
