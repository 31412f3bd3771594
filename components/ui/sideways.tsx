import { cx } from "class-variance-authority";
import type { ReactNode } from "react";

type Props = { label: string; className?: string; children: ReactNode };

/** Around what is wider than a phone: it scrolls for itself, the page doesn't, and the keyboard reaches it. */
export function Sideways({ label, className, children }: Props) {
  const reachable = { role: "region", tabIndex: 0, "aria-label": label } as const;
  return (
    <div {...reachable} className={cx("overflow-x-auto", className)}>
      {children}
    </div>
  );
}
