import { cx } from "class-variance-authority";
import type { ReactNode } from "react";

type StatsProps = {
  children: ReactNode;
  className?: string;
  /** Eight beside each other on a usual screen. */
  dense?: boolean;
};

/** Figures between two hairlines, as many beside each other as there is room for; lines between them, none outside. */
export function Stats({ children, className, dense = false }: StatsProps) {
  return (
    <div className={cx("overflow-hidden border-y border-line", className)}>
      <dl
        className={cx(
          "-mt-px -ml-4 grid",
          dense ? "grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]" : "grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))]",
        )}
      >
        {children}
      </dl>
    </div>
  );
}

type StatProps = {
  label: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  /** Has room for two, so that a large figure stands on one line. */
  wide?: boolean;
};

/** One figure with its name above and its origin below. */
export function Stat({ label, value, note, wide = false }: StatProps) {
  return (
    <div
      className={cx(
        "-ml-px grid min-w-0 content-start gap-0.5 border-t border-l border-line py-3.5 pr-3 pl-4",
        wide && "col-span-2",
      )}
    >
      <dt className="text-xs text-subtle">{label}</dt>
      <dd className="text-lg [&_data]:wrap-anywhere [&_data]:whitespace-normal">{value}</dd>
      {note && <dd className="text-xs text-subtle">{note}</dd>}
    </div>
  );
}
