/**
 * The one shadow level there is: whatever lies over the page. On this lighter ground the faint text and the edge of a
 * control would fall below their contrast, so both take the next stronger token.
 */
export const overlayStyle =
  "[--color-control:var(--color-control-raised)] [--color-subtle:var(--color-muted)] rounded-lg bg-overlay text-text shadow-overlay outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 print:hidden";

export const scrimStyle =
  "fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 print:hidden";

/** One line of a menu or list in an overlay. */
export const optionStyle =
  "flex min-h-11 cursor-default items-center gap-3 rounded-sm px-3 text-sm outline-none select-none data-disabled:text-muted data-highlighted:bg-raised md:pointer-fine:min-h-9";
