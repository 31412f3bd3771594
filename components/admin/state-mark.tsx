import { cx } from "class-variance-authority";
import type { ReactNode } from "react";

/** A shape of its own for each, so that the colour is never the only signal. */
const MARKS = {
  good: "rounded-full bg-up",
  low: "rounded-full border-2 border-warn",
  bad: "rounded-[1px] bg-down",
  off: "rounded-full border-[1.5px] border-dashed border-subtle",
} as const;

export type Tone = keyof typeof MARKS;

/** How a thing stands, as a mark and a word. */
export function StateMark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2">
      <i aria-hidden="true" className={cx("size-2 shrink-0", MARKS[tone])} />
      <span>{children}</span>
    </span>
  );
}
