import { cx } from "class-variance-authority";
import type { ComponentProps } from "react";

/** Several lines of text. Wrap it in a `Field` and spread the aria that it gives. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <div className={cx("control flex", className)}>
      <textarea
        rows={3}
        autoComplete="off"
        {...rest}
        className="min-w-0 flex-1 resize-y bg-transparent px-3 py-2 placeholder:text-subtle"
      />
    </div>
  );
}
