/** One value a bar, `null` where there is none yet. */
export type Column = readonly (number | null)[];
