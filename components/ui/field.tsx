import { cx } from "class-variance-authority";
import type { ReactNode } from "react";

type Aria = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

type Props = {
  /** Of the control; hint and error are tied to it by `-hint` and `-error`. */
  id: string;
  label: ReactNode;
  /** A help line that is always there to read. */
  hint?: ReactNode;
  /** What is wrong and what to do. */
  error?: string | undefined;
  /** A remark at the right of the label, such as "stops paying at 11.3 ¢". */
  aside?: ReactNode;
  className?: string;
  children: (aria: Aria) => ReactNode;
};

/** Label, control, help and error as one thing for the eye and for a screen reader; needs no script. */
export function Field({ id, label, hint, error, aside, className, children }: Props) {
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={cx("grid min-w-0 grid-cols-1 content-start gap-1.5", className)}>
      <div className="flex items-baseline justify-between gap-2 text-xs">
        <label htmlFor={id} className="text-muted">
          {label}
        </label>
        {aside && <span className="text-right text-subtle">{aside}</span>}
      </div>
      {children({
        id,
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
        ...(error ? { "aria-invalid": true as const } : {}),
      })}
      {error && (
        <p id={`${id}-error`} className="text-xs text-down" role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-subtle">
          {hint}
        </p>
      )}
    </div>
  );
}
