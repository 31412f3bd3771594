import type { ReactNode } from "react";

/** A small fact beside its thing: 200 TH/s, 17.5 J/TH, air. */
export function Chip({ children }: { children: ReactNode }) {
  return (
    <span className="inline-block rounded-sm border border-line-strong px-1.5 py-px text-xs whitespace-nowrap text-muted">
      {children}
    </span>
  );
}
