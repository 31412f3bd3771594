import { cx } from "class-variance-authority";
import ChevronDown from "lucide-react/icons/chevron-down";
import type { ComponentProps } from "react";

type Props = ComponentProps<"select"> & { options: readonly { value: string; label: string }[] };

/** A choice among few. The browser's own, because it is the best one on a phone and works without scripts. */
export function Select({ options, className, ...rest }: Props) {
  return (
    <div className={cx("control relative flex items-center", className)}>
      <select
        {...rest}
        className="min-w-0 flex-1 self-stretch appearance-none rounded-md bg-surface pr-9 pl-3 text-text"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute right-3 size-4 text-subtle" />
    </div>
  );
}
