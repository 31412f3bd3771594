import { cx } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";

type Props = ComponentProps<"input"> & {
  /** Stands inside the control at its end: `¢/kWh`. A switch of units fits there too. */
  unit?: ReactNode;
  /** Stands inside at the start: `$`, or a search icon. */
  lead?: ReactNode;
};

/** One line of text. Wrap it in a `Field` and spread the aria that it gives. */
export function Input({ unit, lead, className, ...rest }: Props) {
  return (
    <div className={cx("control flex items-center gap-2 px-3", className)}>
      {lead && <span className="shrink-0 text-subtle [&_svg]:size-4">{lead}</span>}
      <input
        autoComplete="off"
        {...rest}
        className="min-w-0 flex-1 self-stretch bg-transparent placeholder:text-subtle disabled:text-subtle"
      />
      {unit && <span className="shrink-0 text-sm text-subtle">{unit}</span>}
    </div>
  );
}
