/** Words on the axes, and beside lines. */
export const AXIS = { fontSize: 12, fill: "var(--color-subtle)" };
export const LABEL = { fontSize: 12, fill: "var(--color-muted)" };
