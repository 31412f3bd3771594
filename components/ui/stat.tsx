import { cx } from "class-variance-authority";
import type { ReactNode } from "react";

/** A row of figures between two hairlines; two columns on a phone. */
export function Stats({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <dl
      className={cx(
        "grid grid-cols-2 border-y border-line md:auto-cols-fr md:grid-flow-col md:grid-cols-none [&>*]:border-line [&>*:nth-child(even)]:border-l [&>*:nth-child(even)]:pl-4 [&>*:nth-child(n+3)]:border-t md:[&>*:nth-child(n+2)]:border-l md:[&>*:nth-child(n+2)]:pl-4 md:[&>*:nth-child(n+3)]:border-t-0",
        className,
      )}
    >
      {children}
    </dl>
  );
}

/** One figure with its name above and its origin below. */
export function Stat({ label, value, note }: { label: ReactNode; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="grid min-w-0 content-start gap-0.5 py-3.5 pr-4">
      <dt className="text-xs text-subtle">{label}</dt>
      <dd className="text-lg">{value}</dd>
      {note && <dd className="text-xs text-subtle">{note}</dd>}
    </div>
  );
}
