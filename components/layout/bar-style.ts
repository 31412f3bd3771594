export const BAR_STYLE =
  "fixed inset-x-0 bottom-0 z-30 grid auto-cols-[minmax(0,1fr)] grid-flow-col border-t border-line-strong bg-bg pb-[env(safe-area-inset-bottom)] md:hidden print:hidden";

export const BAR_ITEM =
  "grid min-h-14 content-center justify-items-center gap-0.5 px-1 text-center text-xs text-muted aria-[current]:text-text";
